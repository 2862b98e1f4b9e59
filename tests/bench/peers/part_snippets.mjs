// 20 marked snippets a page from bodies of 10 kB: ours beside Xapian's own on the same bodies.

import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {program} from './engines.mjs';
import {indexOf} from './indexes.mjs';
import {makeQueries} from './queries.mjs';
import {table} from './tables.mjs';

export async function measure({engines, documents}) {
  const xapian = engines.find(({name}) => name === 'xapian');
  if (!xapian) return {words: 'Snippets are measured beside xapian, which is left out'};
  const {mix} = await makeQueries(await documents.as('docs.jsonl'), 100, documents.count);
  const questions = mix.filter((one) => ['one word', 'two words', 'natural', 'bare'].includes(one.class));
  const child = spawn(program('snippets'), [await indexOf(engines[0], documents), await indexOf(xapian, documents)], {stdio: ['pipe', 'pipe', 'inherit']});
  let words = '';
  child.stdout.on('data', (data) => (words += data));
  child.stdin.end(questions.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`${program('snippets')} ended with ${status}`);
  const [pages, bodies, ours, theirs] = words.trim().split('\t').map(Number);
  return {
    pages, bodies, ours, theirs,
    words: `Snippets of ${(bodies / pages).toFixed(1)} bodies of 10 kB a page, ${pages} pages, ms of processor time a page\n\n`
      + table(['', 'vankien', 'MSet::snippet', 'ratio'], ['a page', ours, theirs, ours / theirs]),
  };
}
