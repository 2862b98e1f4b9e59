// Groonga: documents loaded, then words indexed in one go, two letters a token where they are no word; its own HTTP server. It
// cannot take marks off, so it is fed texts without them. Ranked by how often words occur. Its texts are stored beside the index.

import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {join} from 'node:path';
import {bytesBelow, missingProgram} from './engines.mjs';

const facets = ['type', 'issuer', 'year', 'month', 'level'];
const tables = `${facets.map((name) => `table_create ${name}s TABLE_PAT_KEY ShortText`).join('\n')}
table_create Docs TABLE_HASH_KEY ShortText
column_create Docs title COLUMN_SCALAR ShortText
column_create Docs symbol COLUMN_SCALAR ShortText
${facets.map((name) => `column_create Docs ${name} COLUMN_SCALAR ${name}s`).join('\n')}
column_create Docs text COLUMN_SCALAR|COMPRESS_LZ4 LongText
`;
const indexes = `table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --normalizer NormalizerNFKC150
column_create Terms docs_text COLUMN_INDEX|WITH_POSITION Docs text
${facets.map((name) => `column_create ${name}s docs_${name} COLUMN_INDEX Docs ${name}`).join('\n')}
`;

function expression({kind, words}) {
  if (kind === 'phrase' || kind === 'symbol') return `"${words.join(' ')}"`;
  return words.map((word) => `"${word}"`).join(kind === 'or' ? ' OR ' : ' ');
}

function target(question) {
  const given = {
    table: 'Docs', match_columns: 'text', query: expression(question), output_columns: '_score,title,symbol',
    sort_keys: '-_score', limit: 20, offset: question.offset, cache: 'no',
  };
  for (const [name, value] of Object.entries(question.filter)) given.filter = `${name} == ${JSON.stringify(value)}`;
  if (question.facets) Object.assign(given, {drilldown: facets.join(','), drilldown_sort_keys: '-_nsubrecs', drilldown_limit: 20});
  // A blank as %20: it takes a plus for a plus.
  return [`/d/select?${Object.entries(given).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`];
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

const database = (folder) => join(folder, 'db');

export default {
  name: 'groonga',
  missing: () => missingProgram('groonga', 'groonga'),
  form: 'groonga',
  async index(documents, folder) {
    writeFileSync(join(folder, 'tables'), tables);
    writeFileSync(join(folder, 'close'), ']\n');
    writeFileSync(join(folder, 'indexes'), indexes);
    const [file, db] = [await documents.as('groonga'), database(folder)];
    const shell = (command) => ['sh', '-c', `${command} >/dev/null`, 'sh', db, folder, file];
    return [shell('groonga -n "$1" <"$2/tables"'), shell('cat "$3" "$2/close" | groonga "$1"'), shell('groonga --file "$2/indexes" "$1"')];
  },
  bytes: (folder) => bytesBelow(folder, 'tables', 'close', 'indexes'),
  async serve(folder, undo) {
    const port = await freePort();
    // One worker a core, as its default is.
    const child = spawn('groonga', ['-s', '--protocol', 'http', '--bind-address', '127.0.0.1', '-p', String(port), database(folder)], {stdio: 'ignore'});
    const closed = once(child, 'close');
    undo(() => {
      child.kill('SIGTERM');
      return closed;
    });
    for (let left = 100; ; --left) {
      try {
        await fetch(`http://127.0.0.1:${port}/d/status`);
        return {port, pid: child.pid, target};
      } catch (error) {
        if (left === 0 || child.exitCode !== null) throw error;
        await new Promise((wake) => setTimeout(wake, 50));
      }
    }
  },
};
