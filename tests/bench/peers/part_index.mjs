// Bulk index: the whole job of each engine, and how its rate holds from a twentieth of the documents to all of them.

import {build, prepare} from './indexes.mjs';
import {median, table} from './tables.mjs';

const medians = (runs) => Object.fromEntries(Object.keys(runs[0]).map((key) => [key, median(runs.map((one) => one[key]))]));

export async function measure({engines, documents, part, rounds}) {
  const runs = Object.fromEntries(engines.map(({name}) => [name, {whole: [], part: []}]));
  for (const engine of engines) for (const one of [documents, part]) await prepare(engine, one);
  for (let round = 0; round < rounds; ++round)
    for (const engine of engines) {
      runs[engine.name].part.push(await build(engine, part));
      runs[engine.name].whole.push(await build(engine, documents));
    }
  const figures = Object.fromEntries(Object.entries(runs).map(([name, {whole, part: few}]) => [name, {whole: medians(whole), part: medians(few)}]));
  const text = documents.bytes / 1e6;
  const omega = figures.omega?.whole;
  const rows = Object.entries(figures).map(([name, {whole, part: few}]) => [
    name, whole.wall, whole.cpu, text / whole.wall, text / whole.cpu, omega && omega.wall / whole.wall, omega && omega.cpu / whole.cpu,
    whole.bytes / 1e6, whole.bytes / documents.bytes, omega && whole.bytes / omega.bytes, whole.peak / 1e6,
    documents.bytes / whole.wall / (part.bytes / few.wall),
  ]);
  return {
    figures,
    words: `Bulk index of ${documents.count} documents, median of ${rounds}; rate = MB/s of all against a twentieth of them\n\n`
      + table(['engine', 'wall s', 'CPU s', 'MB/s', 'MB/CPU s', 'speed × omega, wall', 'CPU', 'index MB', '/ text', '/ omega', 'peak MB', 'rate'], ...rows),
  };
}
