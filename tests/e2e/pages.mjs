// The set-up of every test of a page: a browser, and visits whose end checks what each must keep.
//   const site = await openSite(server.url, undo);
//   await site(t, '?q=rừng', async (page) => …, {colorScheme: 'dark'});

import assert from 'node:assert/strict';
import {launch, visit} from './browser.mjs';
import {sampleFolder} from './sample.mjs';
import {reindex, startServer, temporaryFolder} from './server.mjs';

/** The whole sample, served: {home, …} as of startServer. */
export async function serveSample(undo) {
  const home = temporaryFolder(undo);
  await reindex(sampleFolder, home);
  return {home, ...(await startServer(home, undo))};
}

/**
 * Visits of one site: opens an address of it and hands the page to the steps; then nothing may have left the origin, failed in
 * the page, or offended its policy.
 */
export async function openSite(url, undo) {
  const browser = await launch();
  undo(() => browser.close());
  return async (t, path, steps, options) => {
    const {page, foreign, complaints} = await visit(browser, `${url}/${path}`, t, options);
    await steps(page);
    assert.deepEqual({foreign, complaints}, {foreign: [], complaints: []});
  };
}
