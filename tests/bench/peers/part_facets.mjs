// Five facets with the first 20 hits, by the size of the result, in process.

import {Asker, askAll} from './asking.mjs';
import {indexOf} from './indexes.mjs';
import {byClass} from './part_search.mjs';
import {makeQueries} from './queries.mjs';
import {table} from './tables.mjs';

export async function measure({engines, documents, rounds}) {
  const {counting} = await makeQueries(await documents.as('docs.jsonl'), 40, documents.count);
  if (counting.length === 0) return {words: `${documents.count} documents are too few for counting facets of 1,000`};
  const steps = [];
  try {
    const sides = {};
    for (const engine of engines) if (engine.ask) sides[engine.name] = new Asker(engine.ask(await indexOf(engine, documents)), (step) => steps.push(step));
    const answers = await askAll(sides, counting, rounds);
    const names = Object.keys(answers);
    const sizes = (rows) => rows.filter(([name]) => !name.startsWith('mix'));
    const cpu = sizes(byClass(counting, answers, (one) => one.cpu));
    const totals = sizes(byClass(counting, answers, (one) => one.total));
    return {
      cpu, totals,
      words: `Five facets with 20 hits, ms of processor time a query, mean of 8 words, least of ${rounds}; then ours ÷ each\n\n`
        + table(['result', ...names, ...names.slice(1).map((name) => `÷ ${name}`)], ...cpu.map((cells) => [...cells, ...cells.slice(2).map((cell) => cells[1] / cell)]))
        + `\n\nMatches a query\n\n${table(['result', ...names], ...totals)}`,
    };
  } finally {
    for (const step of steps) await step();
  }
}
