import { html, type Markup } from '../base/html';
import { fingerprint } from '../govern/identity';
import type { Ballot, ItemState, ItemStatus, Person } from '../govern/types';
import { page } from './html';
import { totals } from './ledger-sums';
import type { WrittenFile, WrittenObject } from './load-files';
import { ledgerBar } from './reconciliation';
import type { PackageInput } from './types';
import { counted, grouped, instant, waiverWords } from './words';

const STATUS_WORDS: Readonly<Record<ItemStatus, string>> = {
  open: 'Open',
  proposed: 'Proposed',
  approved: 'Approved',
  rejected: 'Rejected',
  stale: 'Changed since it was signed',
  waived: 'Waived',
};

const DECISIONS = {
  approve: 'approves',
  approveWithCondition: 'approves with a condition',
  reject: 'rejects',
  abstain: 'abstains',
} as const;

/** `report.html`: what was decided, by whom and on which numbers; for print and for the file of the committee. */
export function reportHtml(input: PackageInput, written: readonly WrittenObject[]): WrittenFile {
  const total = totals(input.ledger);
  const approved = input.items.filter((state) => state.status === 'approved').length;
  const body = html`<h1>Migration report: ${input.projectName}</h1>
<p class="quiet">Package ${input.name}, written ${instant(input.createdAt)} for ${input.system.label} (${input.loader.label}). Project ${input.projectId}.</p>
${waivers(input)}
<p>${counted(total.read, 'row')} were read; ${grouped(total.exported)} are exported, ${grouped(total.merged)} were merged into them, ${grouped(total.excluded)} are excluded, ${grouped(total.rejected)} rejected, ${grouped(total.held)} held. ${grouped(approved)} of ${counted(input.items.length, 'checklist item')} approved.</p>
${ledgerBar(total)}
<h2>What is loaded</h2>
${loadTable(input, written)}
<h2>What was decided</h2>
${input.items.map((state) => item(state, input.people))}
<h2>Who signed</h2>
<p class="quiet">Compare a fingerprint with the one its owner reads out. A signature proves the key, not the person.</p>
${peopleTable(input.people)}
<h2>The journal behind this report</h2>
<p>${counted(input.journal.length, 'entry', 'entries')}, the last one with hash <code>${input.journal.at(-1)?.hash ?? 'none'}</code>. A checkpoint over the first ${grouped(input.checkpoint.count)} is signed by the key with fingerprint <code>${fingerprint(input.checkpoint.publicKey)}</code>.</p>`;
  const title = `Migration report: ${input.projectName}`;
  return { path: 'report.html', bytes: page(title, body), role: 'report', rows: null };
}

/** Waivers stand first and framed: the reader must not miss that something was let through. */
function waivers(input: PackageInput): Markup {
  if (input.waivers.length === 0) return html`<p>Nothing was waived.</p>`;
  const items = input.items.map((state) => state.item);
  return html`<section class="waiver"><h2>${counted(input.waivers.length, 'waiver')}</h2>
<p>The gate did not open by itself. These points were waived:</p>
<table><thead><tr><th>what</th><th>why</th><th>by</th></tr></thead><tbody>${input.waivers.map(
    (waiver) =>
      html`<tr><td>${waiverWords(waiver.subject, items)}</td><td>${waiver.reason}</td><td>${nameOf(input.people, waiver.actor)}</td></tr>`,
  )}</tbody></table></section>`;
}

function loadTable(input: PackageInput, written: readonly WrittenObject[]): Markup {
  return html`<table><thead><tr><th class="n">order</th><th>object</th><th class="n">records</th><th>files</th></tr></thead><tbody>${input.objects.map(
    ({ object }, index) => {
      const { rows, manifest } = written[index]!;
      const files = [...manifest.files, ...manifest.secondPass];
      return html`<tr><td class="n">${object.loadOrder}</td><td>${object.labelPlural}</td><td class="n">${grouped(rows)}</td><td>${files.length === 0 ? 'nothing to load' : files.map((file) => html`<code>${file}</code><br>`)}</td></tr>`;
    },
  )}</tbody></table>`;
}

function item(state: ItemState, people: readonly Person[]): Markup {
  const { item: asked, artefact, proposal, ballots, lapsed } = state;
  const counts = Object.entries(artefact.counts);
  return html`<section class="item"><h3>${asked.question}</h3>
<p class="quiet">${asked.area}; accountable: ${asked.accountable}; ${asked.blocking ? 'export waits for it' : 'does not block the export'}.</p>
<p><strong>${STATUS_WORDS[state.status]}.</strong> ${state.sentence}</p>
<p>${artefact.statement}</p>
${counts.length === 0 ? html`` : html`<p>${counts.map(([name, value], index) => html`${index > 0 ? ' · ' : ''}${name}: ${Number.isSafeInteger(value) ? grouped(value) : String(value)}`)}</p>`}
<p class="quiet">What was signed has the hash <code>${artefact.hash}</code>.${proposal === null ? '' : ` Proposed by ${nameOf(people, proposal.proposer)}, ${instant(proposal.at)}.`}</p>
${
  ballots.length + lapsed.length === 0
    ? html``
    : html`<table><thead><tr><th>who</th><th>decision</th><th>reason</th><th>when</th><th>key and signature</th></tr></thead><tbody>${ballots.map((ballot) => ballotRow(ballot, people, null))}${lapsed.map(({ ballot, why }) => ballotRow(ballot, people, why))}</tbody></table>`
}</section>`;
}

function ballotRow(ballot: Ballot, people: readonly Person[], lapsed: string | null): Markup {
  const title = people.find((person) => person.id === ballot.personId)?.title ?? '';
  const decision = `${DECISIONS[ballot.decision]}${lapsed === null ? '' : ` (does not count: ${lapsed})`}`;
  return html`<tr><td>${ballot.name}${title === '' ? '' : `, ${title}`}</td><td>${decision}</td><td>${ballot.reason}</td><td>${instant(ballot.at)}</td><td><code>${fingerprint(ballot.publicKey)}</code><br><code>${ballot.signature}</code></td></tr>`;
}

function peopleTable(people: readonly Person[]): Markup {
  return html`<table><thead><tr><th>name</th><th>title</th><th>roles</th><th>fingerprint</th></tr></thead><tbody>${people.map(
    (person) =>
      html`<tr><td>${person.name}</td><td>${person.title}</td><td>${person.roles.join(', ')}</td><td><code>${fingerprint(person.publicKey)}</code></td></tr>`,
  )}</tbody></table>`;
}

function nameOf(people: readonly Person[], id: string): string {
  return people.find((person) => person.id === id)?.name ?? id;
}
