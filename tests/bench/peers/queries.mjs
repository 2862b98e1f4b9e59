// The query log: made from the documents, the same for the same documents.
//   {class: "natural", kind: and | or | phrase | symbol, text, words (of it, without marks), filter: {type: …} | {}, facets, offset}

import {createReadStream} from 'node:fs';
import {createInterface} from 'node:readline';
import {attributesOf, fold} from './documents.mjs';

const sampled = 10_000;

function randomFrom(seed) {
  let state = seed;
  return () => { // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const wordsOf = (text) => text.normalize('NFC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const question = (kind, text, more = {}) => ({kind, text, words: wordsOf(fold(text)), filter: {}, facets: false, offset: 0, ...more});

async function readSample(file) {
  const documents = [];
  for await (const line of createInterface({input: createReadStream(file), crlfDelay: Infinity})) {
    documents.push(JSON.parse(line));
    if (documents.length === sampled) break;
  }
  return documents;
}

function frequencies(documents) {
  const counts = new Map();
  for (const {title, body} of documents) {
    const words = new Set(wordsOf(`${title}\n${body}`));
    const forms = new Set([...words].map((word) => fold(word)));
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const form of forms) counts.set(`=${form}`, (counts.get(`=${form}`) ?? 0) + 1);
  }
  return counts;
}

/** The mix of a run, shuffled, and the questions for counting at several sizes of result. */
export async function makeQueries(file, count, documents) {
  const random = randomFrom(1);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const sample = await readSample(file);
  const counts = frequencies(sample);
  const share = (word) => counts.get(word) / sample.length;
  const words = [...counts.keys()].filter((word) => /^\p{L}{2,7}$/u.test(word)).sort();
  const frequent = words.filter((word) => share(word) >= 0.1 && share(word) <= 0.85);
  const several = (length) => {
    const chosen = new Set();
    while (chosen.size < length) chosen.add(pick(frequent));
    return [...chosen];
  };
  const two = () => several(2).join(' ');
  // Words in a row, all different, within one sentence.
  const phrase = (length) => {
    for (;;) {
      const sentence = pick(pick(sample).body.split(/[.;:,?!“”"…()\n]/));
      const run = sentence.trim().split(/\s+/);
      const at = Math.floor(random() * (run.length - length + 1));
      const cut = run.slice(at, at + length);
      if (at >= 0 && cut.length === length && cut.every((word) => /^\p{L}+$/u.test(word)) && new Set(cut.map(fold)).size === length) return cut.join(' ');
    }
  };
  const anyOf = (least, most) => least + Math.floor(random() * (most - least + 1));
  const anyLength = () => phrase(anyOf(3, 6));
  const filter = () => {
    const [name, value] = pick(Object.entries(attributesOf(pick(sample))).filter(([key, given]) => given && key !== 'month' && key !== 'level'));
    return {[name]: value};
  };
  const symbols = sample.map(({symbol}) => symbol).filter(Boolean);
  const natural = [];
  const kinds = [
    ['one word', 0.1, () => question('and', pick(frequent))],
    ['two words', 0.1, () => question('and', two())],
    ['natural', 0.2, () => question('and', (natural.push(anyLength()), natural.at(-1)))],
    ['bare', 0.15, (at) => question('and', fold(natural[at]))], // the same again, typed without marks
    ['or', 0.05, () => question('or', several(anyOf(3, 6)).join(' OR '))],
    ['symbol', 0.1, () => question('symbol', pick(symbols))],
    ['phrase', 0.125, () => question('phrase', phrase(anyOf(2, 5)))],
    ['filter', 0.075, () => question('and', pick([pick(frequent), two(), phrase(3)]), {filter: filter()})],
    ['facets', 0.075, () => question('and', pick([pick(frequent), two(), phrase(3)]), {facets: true})],
    ['page 100', 0.025, () => question('and', pick(frequent.filter((word) => share(word) * documents > 2_000)) ?? pick(frequent), {offset: 1_980})],
  ];
  const mix = kinds.flatMap(([name, part, make]) => Array.from({length: Math.max(4, Math.round(part * count))}, (_, at) => ({class: name, ...make(at)})));
  for (const one of mix) one.words = one.words.filter((word) => one.kind !== 'or' || word !== 'or');
  for (let at = mix.length - 1; at > 0; --at) {
    const other = Math.floor(random() * (at + 1));
    [mix[at], mix[other]] = [mix[other], mix[at]];
  }
  // Words that no other form shadows, so that with marks and without they match the same documents; a vowel with a mark shows
  // that a word is no abbreviation, which ours reads as what it stands for too.
  const plain = words.filter((word) => /\p{M}/u.test(word.normalize('NFD')) && counts.get(word) > 0.97 * counts.get(`=${fold(word)}`));
  const counting = [1_000, 10_000, 100_000].filter((matches) => matches < 0.85 * documents).flatMap((matches) => {
    const away = (word) => Math.abs(Math.log(share(word) * documents) - Math.log(matches));
    return plain.toSorted((a, b) => away(a) - away(b) || (a < b ? -1 : 1)).slice(0, 8).map((word) => ({class: `${matches} matches`, ...question('and', word, {facets: true})}));
  });
  return {mix, counting};
}
