import type { SplinkModel } from './types';

/** The page that tells whoever gets the folder what is in it, how to run it, and where Splink does otherwise. */
export function readmeOf(models: readonly SplinkModel[], records: number): string {
  const [first] = models;
  const differences = [...new Set(models.flatMap((model) => model.differences))];
  const lists = (first?.columns ?? []).filter((column) => column.isList).map(({ name }) => `\`${name}\``);
  return `# Winnow model for Splink

What Winnow learned about ${records} records, for Splink 4 or 5.

| file | what it is |
|---|---|
${models.map(({ dialect }) => `| \`settings_${dialect}.json\` | the model for ${dialect === 'duckdb' ? 'DuckDB (1.3 or later)' : 'Spark (3.4 or later)'} |`).join('\n')}
| \`records.csv\` | the records with their values as Winnow compares them, UTF-8, one line each; an empty cell means no value |
| \`term_frequencies/<column>.csv\` | how rare each value is, counted over things, not over rows |
| \`run_duckdb.py\` | loads all of it, scores and clusters |

## Run it on DuckDB

\`\`\`
pip install splink duckdb
python run_duckdb.py 0.7
\`\`\`

It writes \`predictions.csv\` and \`clusters.csv\`. \`winnow dedupe FILE --clusters-from clusters.csv\` takes the clusters back
for review.

## Run it on Spark

Load \`records.csv\` as text columns with empty cells as null${lists.length > 0 ? `, split ${lists.join(', ')} at blanks into arrays` : ''},
register the frequency tables with \`register_term_frequency_lookup\`, and give \`settings_spark.json\` to \`Linker\` with
\`SparkAPI\`. Splink's own string functions for Spark (\`scala-udf-similarity\`) must be there.

## More records than Winnow had

The model scores any records whose columns were prepared alike: export them from Winnow in parts, with the same columns,
and put the parts together (word weights of names and texts are those of their part). Leave the frequency tables away to let Splink count on all records; weights then follow the
larger data. In link models the column \`source_dataset\` says which records are not compared.

## Where Splink does otherwise

${differences.map((difference) => `- ${difference}`).join('\n')}
`;
}
