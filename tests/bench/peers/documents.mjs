// The documents of a run in the one form all engines get, and in the form each reads. Kept beside the build.

import {createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync} from 'node:fs';
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {once} from 'node:events';
import {join} from 'node:path';
import {createInterface} from 'node:readline';

/** Small letters without marks: what engines get that cannot take marks off. */
export const fold = (text) => text.normalize('NFD').toLowerCase().replaceAll('đ', 'd').replace(/\p{M}/gu, '');

/** The five attributes that are counted, of a document. */
export const attributesOf = ({type, issuer, date, level}) => ({type, issuer, year: date.slice(0, 4), month: date.slice(0, 7), level});

// Level is counted by all, so all get it where the source has none.
function levelOf(issuer) {
  if (/xã|phường|thị trấn/i.test(issuer)) return 'xã';
  if (/huyện|quận|thị xã/i.test(issuer)) return 'huyện';
  return /tỉnh|thành phố/i.test(issuer) ? 'tỉnh' : 'trung ương';
}

function common({id, title, symbol, type, issuer, level, date, body}) {
  return {id, title: title ?? '', symbol: symbol ?? '', type: type ?? '', issuer: issuer ?? '', level: level || levelOf(issuer ?? ''), date: date ?? '', body: body ?? ''};
}

const oneLine = (text) => text.replace(/\s+/g, ' ');
/** All that is searched; the other engines know symbols as words alone. */
export const textOf = ({title, symbol, body}) => `${title}\n${symbol}\n${body}`;
const row = (document) => [document.id, document.title, document.symbol, ...Object.values(attributesOf(document))].map(oneLine);

const forms = {
  'folded.jsonl': (document) => JSON.stringify({...document, title: fold(document.title), symbol: fold(document.symbol), body: fold(document.body)}) + '\n',
  omega: (document) => {
    const [id, title, symbol, ...five] = row(document);
    const fields = ['type', 'issuer', 'year', 'month', 'level'].map((name, at) => `${name}=${five[at]}\n`).join('');
    return `id=${id}\ntitle=${title}\nsymbol=${symbol}\n${fields}text=${fold(textOf(document)).replaceAll('\r', '').replaceAll('\n', '\n=')}\n\n`;
  },
  groonga: (document, number) => {
    const [_key, title, symbol, type, issuer, year, month, level] = row(document);
    const line = JSON.stringify({_key, title, symbol, type, issuer, year, month, level, text: fold(textOf(document))});
    return `${number === 1 ? 'load --table Docs\n[\n' : ','}${line}\n`; // its list is closed by groonga.mjs
  },
  tsv: (document, number) => {
    const [, title, symbol, type, issuer, year, month, level] = row(document);
    return [number, oneLine(textOf(document)), title, symbol, type, issuer, year || 0, month.replace('-', '') || 0, level].join('\t') + '\n';
  },
};

async function convert(from, to, count, form) {
  const out = createWriteStream(`${to}.new`);
  let number = 0;
  for await (const line of createInterface({input: createReadStream(from), crlfDelay: Infinity})) {
    if (line === '') continue;
    if (!out.write(form(JSON.parse(line), ++number))) await once(out, 'drain');
    if (number === count) break;
  }
  await new Promise((resolve) => out.end(resolve));
  renameSync(`${to}.new`, to);
  return number;
}

/** Some documents: {folder, count, bytes (of all that is searched, UTF-8), as(form) → file}. */
async function open(folder, source, count) {
  mkdirSync(folder, {recursive: true});
  const docs = join(folder, 'docs.jsonl');
  const about = join(folder, 'about.json');
  if (!existsSync(about)) {
    let bytes = 0;
    const made = await convert(source, docs, count, (record) => {
      const document = common(record);
      bytes += Buffer.byteLength(textOf(document));
      return JSON.stringify(document) + '\n';
    });
    if (made < count) throw new Error(`${source} has ${made} documents, not ${count}`);
    writeFileSync(about, JSON.stringify({count, bytes}));
  }
  const as = async (form) => {
    if (form === 'docs.jsonl') return docs;
    const file = join(folder, form);
    if (!existsSync(file)) await convert(docs, file, count, forms[form]);
    return file;
  };
  return {folder, ...JSON.parse(readFileSync(about, 'utf8')), as};
}

/** The documents of a run, and a twentieth of them: [whole, part]. Without a source they are generated. */
export async function openDocuments(root, source, count) {
  let name = `generated-${count}`;
  if (source) {
    const {size, mtimeMs} = statSync(source);
    name = `${createHash('sha256').update(`${source} ${size} ${mtimeMs}`).digest('hex').slice(0, 12)}-${count}`;
  }
  const folder = join(root, name);
  mkdirSync(folder, {recursive: true});
  let file = source;
  if (!file) {
    file = join(folder, 'generated.jsonl');
    const generator = new URL('../../../corpus/generate.mjs', import.meta.url).pathname;
    if (!existsSync(file)) execFileSync('node', [generator, '--documents', String(count), '--out', file], {stdio: 'ignore'});
  }
  const whole = await open(join(folder, 'whole'), file, count);
  return [whole, await open(join(folder, 'part'), join(folder, 'whole', 'docs.jsonl'), Math.max(1, Math.floor(count / 20)))];
}
