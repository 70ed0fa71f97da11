import { evaluate } from './evaluate';
import { hasData, loadSet, SET_NAMES } from './labelled-sets';
import { accuracyTable } from './report';
import { writeSection } from './sections';

/**
 * `npm run accuracy [set …]`: every labelled set with the default configuration. Without names the table in
 * docs/benchmarks.md is rewritten.
 */
function main(): void {
  if (!hasData()) {
    console.error(
      'The labelled data is not here: ../shared/data/matching beside the project. Nothing was measured.',
    );
    process.exitCode = 1;
    return;
  }
  const asked = process.argv.slice(2);
  const names = asked.length > 0 ? asked : SET_NAMES;
  const evaluations = names.map((name) => {
    const evaluation = evaluate(loadSet(name));
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
    return evaluation;
  });
  if (asked.length === 0) writeSection('accuracy', accuracyTable(evaluations));
}

main();
