// Tantivy by its npm binary package, as many threads as the machine has cores.

import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {bytesBelow, npmFolder} from './engines.mjs';

const asker = new URL('tantivy_peer.mjs', import.meta.url).pathname;

export default {
  name: 'tantivy',
  missing: () => (existsSync(join(npmFolder, 'installed.lock')) ? undefined : 'its npm package, with a network'),
  form: 'docs.jsonl',
  index: async (documents, folder) => [['node', asker, 'index', folder, await documents.as('docs.jsonl')]],
  bytes: (folder) => bytesBelow(folder),
  ask: (folder) => ['node', asker, 'ask', folder],
  change: (folder, file, count) => ['node', asker, 'change', folder, file, String(count)],
};
