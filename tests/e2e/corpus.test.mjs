// The sample archive says of each document what must be true of it (.expect.json), asked over HTTP with the highest key:
//  1. It was read into these fields.
//  2. These queries find it.
//  3. These queries do not.

import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {Meilisearch} from 'meilisearch';
import {isDocument, readSample, sampleFolder} from './sample.mjs';
import {cleaner, keys, reindex, startServer, temporaryFolder} from './server.mjs';

const sample = readSample();
const undo = cleaner(after);
let client;

before(async () => {
  const home = temporaryFolder(undo);
  await reindex(sampleFolder, home);
  const {url} = await startServer(home, undo);
  client = new Meilisearch({host: url, apiKey: keys['tuyet-mat']});
});

/** For each query, whether it finds the document by all its words. */
async function findings(document, queries) {
  const {results} = await client.multiSearch({
    queries: queries.map((q) => ({indexUid: 'vanban', q, matchingStrategy: 'all', limit: 1000, attributesToRetrieve: ['id', 'path']})),
  });
  return results.map(({hits}) => hits.some((hit) => isDocument(hit, document)));
}

for (const document of sample) {
  const name = document.id ? `${document.path} ${document.id}` : document.path;
  test(`1. ${name}: fields`, async () => {
    const {hits} = await client.index('vanban').search('', {limit: 10000, attributesToRetrieve: ['id', 'path', ...Object.keys(document.fields)]});
    const found = hits.filter((hit) => isDocument(hit, document));
    assert.equal(found.length, 1);
    const read = Object.fromEntries(Object.keys(document.fields).map((field) => [field, found[0][field] ?? '']));
    assert.deepEqual(read, document.fields);
  });
  test(`2. ${name}: found`, async () => {
    const found = await findings(document, document.find);
    assert.deepEqual(document.find.filter((_, at) => !found[at]), []);
  });
  test(`3. ${name}: not found`, async () => {
    const found = await findings(document, document.not_find);
    assert.deepEqual(document.not_find.filter((_, at) => found[at]), []);
  });
}
