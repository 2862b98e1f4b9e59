#!/usr/bin/env node
// How long suggestions, corrections and similar documents take on an archive of any size:
//
//   node tests/bench/suggest.mjs http://127.0.0.1:7700 [rounds]
//
// What is typed is made of the archive's own titles, letter by letter, marked, bare and with a slip in each.
const [url, rounds = '200'] = process.argv.slice(2);

const ask = async (path) => {
  const start = performance.now();
  const reply = await fetch(new URL(path, url));
  const body = await reply.json();
  return [performance.now() - start, body];
};
const bare = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
const [, {estimatedTotalHits, hits}] = await ask(`indexes/vanban/search?limit=${rounds}&attributesToRetrieve=id,title,symbol&sort=symbol:asc`);
const titles = hits.filter(({title}) => title);

function report(name, times) {
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))].toFixed(1);
  console.log(`${name.padEnd(28)} ${String(times.length).padStart(6)} requests   median ${at(0.5)} ms   95 % ${at(0.95)} ms   most ${at(1)} ms`);
}
async function measure(name, paths) {
  const times = [];
  for (const path of paths) times.push((await ask(path))[0]);
  report(name, times);
}
const suggest = (q) => `api/suggest?${new URLSearchParams({q})}`;
const beginnings = titles.flatMap(({title}) => [1, 2, 4, 7, 11, 16, 24].map((letters) => title.slice(0, letters).trim()));

console.log(`${estimatedTotalHits} documents`);
await measure('suggest, marked', beginnings.map(suggest));
await measure('suggest, bare', beginnings.map(bare).map(suggest));
await measure('suggest, symbols', hits.flatMap(({symbol = ''}) => [1, 2, 4, 8].map((letters) => suggest(symbol.slice(0, letters)))));
await measure('search with a slip', titles.map(({title}) =>
  `indexes/vanban/search?${new URLSearchParams({q: `${title.split(' ').slice(0, 3).join(' ')}s`, limit: '1', attributesToRetrieve: 'id'})}`));
await measure('similar', hits.map(({id}) => `api/documents/${encodeURIComponent(id)}/similar`));
await measure('series', hits.map(({id}) => `api/documents/${encodeURIComponent(id)}/series`));
