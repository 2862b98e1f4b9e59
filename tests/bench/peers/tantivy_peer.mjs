// Tantivy as a peer: the same commands as those of peer.h. Simple tokenizer, small letters, marks taken off; facets by
// aggregation over fast fields.

import {createReadStream} from 'node:fs';
import {createRequire} from 'node:module';
import {availableParallelism} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {attributesOf, textOf} from './documents.mjs';
import {npmFolder} from './engines.mjs';

const require = createRequire(join(npmFolder, 'package.json'));
const tantivy = require('@oxdev03/node-tantivy-binding-linux-x64-gnu');
const [command, folder, file, count] = process.argv.slice(2);
const facets = ['type', 'issuer', 'year', 'month', 'level'];
const top = 20;
const linesOf = (stream) => createInterface({input: stream, crlfDelay: Infinity});

function makeSchema() {
  const builder = new tantivy.SchemaBuilder();
  builder.addTextField('text', {stored: false, tokenizerName: 'words', indexOption: 'position'});
  for (const name of ['id', 'title', 'symbol']) builder.addTextField(name, {stored: true, tokenizerName: 'raw', indexOption: 'basic'});
  for (const name of facets) builder.addTextField(name, {stored: false, fast: true, tokenizerName: 'raw', indexOption: 'basic'});
  return builder.build();
}

function withWords(index) {
  const {TextAnalyzerBuilder, TokenizerStatic, FilterStatic} = tantivy;
  index.registerTokenizer('words', new TextAnalyzerBuilder(TokenizerStatic.simple()).filter(FilterStatic.lowercase()).filter(FilterStatic.asciiFold()).build());
  return index;
}

function makeDocument(record, mark = '') {
  const document = new tantivy.Document();
  document.addText('text', textOf(record) + mark);
  for (const name of ['id', 'title', 'symbol']) document.addText(name, record[name]);
  for (const [name, value] of Object.entries(attributesOf(record))) document.addText(name, value);
  return document;
}

async function makeIndex() {
  const index = withWords(new tantivy.Index(makeSchema(), folder, false));
  const threads = availableParallelism();
  const writer = index.writer(threads * 128e6, threads);
  for await (const line of linesOf(createReadStream(file, {highWaterMark: 1 << 20}))) writer.addDocument(makeDocument(JSON.parse(line)));
  writer.commit();
  writer.waitMergingThreads();
}

function expression({kind, words, filter}) {
  let text = words.map((word) => `+${word}`).join(' ');
  if (kind === 'or') text = words.join(' OR ');
  if (kind === 'phrase' || kind === 'symbol') text = `"${words.join(' ')}"`;
  for (const [name, value] of Object.entries(filter)) text = `+(${text}) +${name}:"${value}"`;
  return text;
}

const counting = JSON.stringify(Object.fromEntries(facets.map((field) => [field, {terms: {field, size: top}}])));

async function answer() {
  const index = withWords(tantivy.Index.open(folder));
  index.reload();
  const searcher = index.searcher();
  for await (const line of linesOf(process.stdin)) {
    const question = JSON.parse(line);
    const cpu = process.cpuUsage();
    const begun = performance.now();
    const query = index.parseQuery(expression(question), ['text']);
    const found = searcher.search(query, top, true, null, question.offset);
    let bytes = 0;
    for (const hit of found.hits) {
      const document = searcher.doc(hit.docAddress);
      bytes += document.getFirst('title').length + document.getFirst('symbol').length;
    }
    if (question.facets) bytes += JSON.stringify(searcher.aggregate(query, counting)).length;
    const wall = (performance.now() - begun) * 1000;
    const {user, system} = process.cpuUsage(cpu);
    process.stdout.write(`${found.count ?? 0}\t${found.hits.length}\t${user + system}\t${wall}\t${bytes}\n`);
  }
}

async function change() {
  const index = withWords(tantivy.Index.open(folder));
  const writer = index.writer(64e6, 1);
  let number = 0;
  for await (const line of linesOf(createReadStream(file))) {
    if (number === Number(count)) break;
    const record = JSON.parse(line);
    const mark = `zzmark${number++}`;
    const begun = performance.now();
    writer.deleteDocumentsByTerm('id', record.id);
    writer.addDocument(makeDocument(record, ` ${mark}`));
    writer.commit();
    index.reload();
    if (index.searcher().search(index.parseQuery(mark, ['text']), 1).hits.length !== 1) throw new Error('a changed document is not seen');
    console.log(performance.now() - begun);
  }
}

await {index: makeIndex, ask: answer, change}[command]();
