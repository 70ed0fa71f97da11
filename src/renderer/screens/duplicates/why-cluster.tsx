import type { PairExplanation } from '@shared/match/types';
import type { ClusterDetail, ClusterPage } from '@shared/pipeline/review-types';
import { plural } from '../../base/format';
import { WhyPanel, WhySection } from '../../components/why';
import { Honesty } from './honesty';
import { keyText } from './review-table';
import { Waterfall } from './waterfall';

export interface WhyClusterProps {
  readonly detail: ClusterDetail;
  readonly page: ClusterPage;
  readonly onSettings: () => void;
  readonly onWeakest: () => void;
}

/** Why these records match, why others do not, and what a merge would lose. */
export function WhyCluster({ detail, page, onSettings, onWeakest }: WhyClusterProps) {
  const name = (index: number): string => {
    const record = detail.records.find((item) => item.index === index);
    return record ? keyText(record.key) : String(index);
  };
  const { why, whyNot, lost } = detail;
  return (
    <WhyPanel>
      {why ? (
        <WhySection lead title="Why these match" subtitle={pairLine(why, name)}>
          <Waterfall pair={why} />
          {why.counterfactual ? <p>{why.counterfactual}</p> : null}
          <Notes pair={why} />
        </WhySection>
      ) : null}
      {whyNot ? (
        <WhySection
          lead={!why}
          title={why ? `Why ${name(whyNot.right)} is apart` : 'Why these stay apart'}
          subtitle={pairLine(whyNot, name)}
        >
          {whyNot.whyNot ? <p>{whyNot.whyNot}</p> : null}
          <Waterfall pair={whyNot} />
          {whyNot.counterfactual ? <p>{whyNot.counterfactual}</p> : null}
        </WhySection>
      ) : null}
      <WhySection title="What would be lost">
        {lost.length === 0 ? (
          <p>Nothing. Every value is kept in the golden record.</p>
        ) : (
          <ul>
            {lost.slice(0, 6).map((line) => (
              <li key={line}>{line}</li>
            ))}
            {lost.length > 6 ? (
              <li>and {plural(lost.length - 6, 'more value')}; all stay in the crosswalk.</li>
            ) : null}
          </ul>
        )}
      </WhySection>
      <Honesty page={page} onSettings={onSettings} onWeakest={onWeakest} />
    </WhyPanel>
  );
}

function Notes({ pair }: { readonly pair: PairExplanation }) {
  const notes = pair.parts.filter((part) => part.note !== null);
  if (notes.length === 0) return null;
  return (
    <ul>
      {notes.map((part) => (
        <li key={part.comparison}>
          {part.comparison}: {part.note}
        </li>
      ))}
    </ul>
  );
}

function pairLine(pair: PairExplanation, name: (index: number) => string): string {
  return `${name(pair.left)} and ${name(pair.right)} · probability ${probability(pair.probability)}`;
}

/** Four decimals, never a 0 or 1 that is not one. */
export function probability(value: number): string {
  if (value > 0.9999 && value < 1) return '> 0.9999';
  if (value > 0 && value < 0.0001) return '< 0.0001';
  return value.toFixed(4);
}
