// A browser without a window, and a page in it that is watched: what it asks for, and what it complains about.

import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {chromium} from 'playwright-core';
import {build} from './server.mjs';

const artefacts = process.env.VANKIEN_ARTEFACTS ?? join(build, 'e2e', 'artefacts');

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });

/** A fresh visitor: {page, foreign, complaints}; closed after the test. `foreign` lists requests that left the origin. */
export async function visit(browser, url, t, options = {}) {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, locale: 'vi-VN', ...options});
  t.after(() => context.close());
  context.setDefaultTimeout(300_000); // what never comes ends a test; what is slow does not
  const page = await context.newPage();
  const foreign = [];
  const complaints = [];
  page.on('request', (request) => {
    const {origin, protocol} = new URL(request.url());
    if (origin !== new URL(url).origin && protocol !== 'data:') foreign.push(request.url());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted Type/i.test(message.text())) complaints.push(message.text());
  });
  await page.goto(url);
  return {page, foreign, complaints};
}

/** Keeps a picture of the page as <name>.png. */
export async function keepPicture(page, name) {
  mkdirSync(artefacts, {recursive: true});
  await page.screenshot({path: join(artefacts, `${name}.png`)});
}
