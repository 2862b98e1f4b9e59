// `scripts/bench relevance`: judged sets through the built programs, beside plain Xapian. The script tests/bench/relevance
// says what can be given and builds what this needs.

import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';
import {parseArgs} from 'node:util';
import {keys, startServer} from '../e2e/server.mjs';
import {archiveOf, plainIndexOf} from './archives.mjs';
import {askAll} from './asking.mjs';
import {allSets, readSet, usualSets} from './judged_sets.mjs';
import {askPlain} from './plain.mjs';
import {placesOfFirst, scores, summary, times} from './report.mjs';
import {variants} from './typing.mjs';

const {values: given} = parseArgs({
  options: {
    data: {type: 'string', default: process.env.VANKIEN_DATA},
    sets: {type: 'string', default: usualSets.join(',')},
    variants: {type: 'string', default: Object.keys(variants).join(',')},
    queries: {type: 'string'},
    'per-query': {type: 'string'},
    json: {type: 'string'},
    update: {type: 'boolean', default: false},
  },
});
const refuse = (why) => {
  console.error(`relevance: ${why}`);
  process.exit(2);
};
if (!given.data) refuse('where are the judged sets? --data DIR, or VANKIEN_DATA');
const typings = given.variants.split(',');
for (const name of typings) if (!variants[name]) refuse(`no variant ${name}; there are ${Object.keys(variants).join(', ')}`);
for (const name of given.sets.split(',')) if (!allSets.includes(name)) refuse(`no set ${name}; there are ${allSets.join(', ')}`);
const whole = given.queries === undefined && given.sets === usualSets.join(',') && typings.length === Object.keys(variants).length;
if (given.update && !whole) refuse('--update keeps the figures of a whole run: the usual sets, all variants, all queries');

const sets = given.sets.split(',').map((name) => readSet(given.data, name));
for (const set of sets) set.queries.splice(given.queries === undefined ? Infinity : Number(given.queries));

const write = (file, lines) => {
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, lines.join('\n') + '\n');
};

const rows = [];
const places = [];
for (const docs of new Set(sets.map((set) => set.docs))) {
  const database = await plainIndexOf(docs);
  const steps = [];
  try {
    const {url} = await startServer(await archiveOf(docs), (step) => steps.push(step));
    for (const {name, queries} of sets.filter((set) => set.docs === docs))
      for (const variant of typings) {
        const texts = queries.map(({text}) => variants[variant](text));
        const ours = await askAll({url, key: keys['tuyet-mat']}, texts);
        const plain = askPlain(database, texts);
        rows.push({set: name, variant, queries: queries.length, ours: summary(queries, ours), plain: summary(queries, plain)});
        places.push(...placesOfFirst(name, variant, queries, texts, ours, plain));
      }
  } finally {
    for (const step of steps.reverse()) await step();
  }
}

const lines = scores(rows);
console.log([...lines, '', ...times(rows)].join('\n'));
if (given['per-query']) write(given['per-query'], ['set\ttyped\tquery\tours\tplain\thits\ttext', ...places]);
if (given.json) write(given.json, [JSON.stringify(rows, null, 2)]);
if (given.update) write(new URL('scores.txt', import.meta.url).pathname, lines);
