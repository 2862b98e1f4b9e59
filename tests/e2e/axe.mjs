// axe-core in the browser, over the page as it stands: one line for each page and state.
//   await checkAccessibility(page);

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Fails with the faults axe finds, of any weight, and the elements that have them. */
export async function checkAccessibility(page) {
  if (!(await page.evaluate(() => Boolean(window.axe)))) await page.evaluate(axe);
  const {violations} = await page.evaluate(() => window.axe.run());
  assert.deepEqual(violations.map(({id, impact, nodes}) => `${id} (${impact}): ${nodes.map((node) => node.html).join(' ')}`), []);
}
