import { errorText, type Judged, tellingErrors } from './errors';
import { estateFiles, evaluateEstate, isEstateObject, loadEstate } from './estate';
import { type Evaluation, evaluate } from './evaluate';
import { hasData, loadSet, SET_NAMES } from './labelled-sets';
import { judgeNames, namesSection, wrongAnswers } from './names';
import { accuracyTable } from './report';
import { writeSection } from './sections';

/**
 * `npm run accuracy [set …]`: every labelled set with the default configuration. Without names the table in
 * docs/benchmarks.md is rewritten. The objects of the sample estate are sets of their own, asked for by name:
 * `npm run accuracy Account Contact Opportunity`; `--seed=<any word>` asks for an estate generated afresh, on which nothing
 * was tuned. `--errors` prints the most telling errors of each kind.
 */
async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const wanted = words.filter((word) => !word.startsWith('--'));
  const errors = words.includes('--errors');
  const seed = words.find((word) => word.startsWith('--seed='))?.slice('--seed='.length) ?? null;
  const objects = wanted.filter(isEstateObject);
  if (objects.length > 0) {
    const estate = await loadEstate(estateFiles(seed));
    for (const object of objects) {
      const found = await evaluateEstate(estate, object);
      console.log(
        [
          object.padEnd(26),
          `P ${found.precision.toFixed(4)}`,
          `R ${found.recall.toFixed(4)}`,
          `F1 ${found.f1.toFixed(4)}`,
          `B3 ${found.bCubed.toFixed(4)}`,
          `${found.seconds.toFixed(2)} s`,
          `expected wrong ${found.expected.wrong.toFixed(1)} of ${found.expected.merges} merges`,
        ].join('  '),
      );
      if (errors) printErrors(found);
    }
    if (objects.length === wanted.length) return;
  }
  if (!hasData()) {
    console.error(
      'The labelled data is not here: ../shared/data/matching beside the project. Nothing was measured.',
    );
    process.exitCode = 1;
    return;
  }
  const asked = wanted.filter((name) => !isEstateObject(name));
  if (asked.includes('names')) return reportNames(errors);
  const names = asked.length > 0 ? asked : SET_NAMES;
  const evaluations: Evaluation[] = [];
  for (const name of names) {
    const evaluation = await evaluate(loadSet(name));
    console.log(
      [
        name.padEnd(26),
        `P ${evaluation.precision.toFixed(4)}`,
        `R ${evaluation.recall.toFixed(4)}`,
        `F1 ${evaluation.f1.toFixed(4)}`,
        `B3 ${evaluation.bCubed.toFixed(4)}`,
        `cand ${evaluation.candidateRecall.toFixed(4)} (${evaluation.candidates})`,
        `${evaluation.seconds.toFixed(2)} s`,
        `wrong ${evaluation.predicted - evaluation.truePositives} missed ${evaluation.actual - evaluation.truePositives}`,
      ].join('  '),
    );
    if (errors) printErrors({ ...evaluation, truth: evaluation.set.truth });
    evaluations.push(evaluation);
  }
  if (asked.length === 0) writeSection('accuracy', accuracyTable(evaluations));
}

/** So many errors of each kind tell most of the story. */
const TELLING = 10;

function printErrors(judged: Judged): void {
  for (const error of tellingErrors(judged, TELLING)) console.log(errorText(judged, error));
}

/** `npm run accuracy names`: how names, nicknames and addresses are read; rewrites that section of docs/benchmarks.md. */
function reportNames(errors: boolean): void {
  const sets = judgeNames();
  if (errors) console.log(wrongAnswers(sets));
  console.log(namesSection(sets));
  writeSection('names', namesSection(sets));
}

await main();
