// This project: the real programs. Its size is that of its Xapian tables but docdata, which holds the texts.

import {join} from 'node:path';
import {readFileSync} from 'node:fs';
import {keys, startServer, temporaryFolder, writeConfig} from '../../e2e/server.mjs';
import {bytesBelow, program} from './engines.mjs';

const facets = ['type', 'issuer', 'year', 'month', 'level'];

export default {
  name: 'vankien',
  missing: () => undefined,
  index: async (documents, folder) => [
    [join(process.env.VANKIEN_BUILD, 'bin', 'vankien-indexer'), 'reindex', await documents.as('docs.jsonl'), '--home', folder],
  ],
  bytes: (folder) => bytesBelow(join(folder, readFileSync(join(folder, 'CURRENT'), 'utf8').trim()), 'docdata.glass', 'ledger.sqlite'),
  ask: (folder) => [program('vankien'), 'ask', folder],
  async serve(folder, undo) {
    const server = await startServer(folder, undo, writeConfig(temporaryFolder(undo), ['tuyet-mat']));
    const target = (question) => [
      '/indexes/vanban/search',
      JSON.stringify({
        q: question.kind === 'phrase' ? `"${question.text}"` : question.text,
        filter: Object.entries(question.filter).map(([name, value]) => `${name} = "${value}"`),
        facets: question.facets ? facets : [],
        offset: question.offset,
        limit: 20,
        attributesToRetrieve: ['title', 'symbol'],
      }),
    ];
    return {port: Number(new URL(server.url).port), pid: server.pid, key: keys['write-tuyet-mat'], url: server.url, target};
  },
};
