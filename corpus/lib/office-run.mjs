// Runs LibreOffice over many papers at once: starting it costs seconds, a paper a fraction of one.
//
//   convert([{source: '<office:document …', format: 'pdf'}, …])  →  [Buffer, …] in the same order
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pdfMadeOn, zipMadeOn } from './made-on.mjs';

const FILTER = {
  docx: 'docx:MS Word 2007 XML', doc: 'doc:MS Word 97', rtf: 'rtf:Rich Text Format', odt: 'odt:writer8', pdf: 'pdf:writer_pdf_Export',
};
const asItIs = (file) => file; // their dates are the paper's own
const MADE_ON_THE_DAY = { docx: zipMadeOn, doc: asItIs, rtf: asItIs, odt: zipMadeOn, pdf: pdfMadeOn };

export function convert(papers) {
  if (!papers.length) return [];
  const folder = mkdtempSync(join(tmpdir(), 'sample-office-'));
  try {
    papers.forEach(({ source }, at) => writeFileSync(join(folder, `${at}.fodt`), source));
    for (const format of Object.keys(FILTER)) {
      const files = papers.flatMap((paper, at) => (paper.format === format ? [join(folder, `${at}.fodt`)] : []));
      if (files.length) run(folder, format, files);
    }
    return papers.map(({ format }, at) => {
      return MADE_ON_THE_DAY[format](readFileSync(join(folder, `${at}.${format}`)));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(folder, format, files) {
  try {
    execFileSync('soffice', [
      // A profile of its own: a running LibreOffice of the user would swallow the request.
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
      '--headless', '--norestore', '--convert-to', FILTER[format], '--outdir', folder, ...files,
    ], { stdio: ['ignore', 'ignore', 'pipe'], timeout: 900_000 });
  } catch (error) {
    if (error.code === 'ENOENT')
      throw new Error('soffice is missing: apt-get install --no-install-recommends libreoffice-writer-nogui fonts-croscore');
    throw error;
  }
}
