// The mix of queries asked in process: processor time by class, median and hundredth of all.

import {Asker, askAll} from './asking.mjs';
import {indexOf} from './indexes.mjs';
import {makeQueries} from './queries.mjs';
import {mean, quantile, table} from './tables.mjs';

/** Means by side and class of what `value` takes of an answer; "mix" is all, "mix without facets" all but those. */
export function byClass(questions, answers, value) {
  const classes = [...new Set(questions.map((one) => one.class))];
  const groups = {...Object.fromEntries(classes.map((name) => [name, (one) => one.class === name])), 'mix without facets': (one) => !one.facets, mix: () => true};
  return Object.entries(groups).map(([name, belongs]) => {
    const at = questions.flatMap((question, i) => (belongs(question) ? [i] : []));
    return [name, ...Object.values(answers).map((list) => mean(at.map((i) => value(list[i]))))];
  });
}

export async function measure({engines, documents, rounds, queries}) {
  const {mix} = await makeQueries(await documents.as('docs.jsonl'), queries, documents.count);
  mix.sort((a, b) => (a.class < b.class ? -1 : a.class > b.class ? 1 : 0));
  const steps = [];
  try {
    const sides = {};
    for (const engine of engines) if (engine.ask) sides[engine.name] = new Asker(engine.ask(await indexOf(engine, documents)), (step) => steps.push(step));
    const answers = await askAll(sides, mix, rounds);
    const names = Object.keys(answers);
    const cpu = byClass(mix, answers, (one) => one.cpu);
    const totals = byClass(mix, answers, (one) => one.total);
    // Of a search on one thread the processor time is what its wall time would be on a machine with nothing else to do.
    const quantiles = ['cpu', 'wall'].flatMap((time) => [0.5, 0.99].map((share) => [`${time} p${share * 100}`, ...names.map((name) => quantile(answers[name].map((one) => one[time]), share))]));
    const row = Object.fromEntries(cpu.map((cells) => [cells[0], cells]));
    const bare = ['bare ÷ natural', ...names.map((_, at) => row.bare[at + 1] / row.natural[at + 1])];
    const rows = [...cpu, bare, ...quantiles].map((cells) => [...cells, ...cells.slice(2).map((cell) => cells[1] / cell)]);
    return {
      cpu, totals, quantiles,
      words: `${mix.length} queries in process, 20 hits, ms of processor time a query, least of ${rounds}; then ours ÷ each\n\n`
        + table(['class', ...names, ...names.slice(1).map((name) => `÷ ${name}`)], ...rows)
        + `\n\nMatches a query, to see that the work is the same\n\n${table(['class', ...names], ...totals)}`,
    };
  } finally {
    for (const step of steps) await step();
  }
}
