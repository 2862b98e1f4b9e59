// A manuscript as a flat ODT document: the one source of the .docx, .doc, .rtf, .odt and .pdf files.
// The letterhead is a real borderless table, as in the templates of such offices:
//
//   columns   one row a line      a reader of cells meets left, right, left, right …
//   stacked   one row in all      a reader of cells meets the whole left block, then the right
import { inForm } from './forms.mjs';
import { layout } from './layout.mjs';
import { MADE_ON } from './made-on.mjs';
import { styles } from './office-styles.mjs';

const NAMESPACES = [
  ['office', 'office'], ['style', 'style'], ['text', 'text'], ['table', 'table'],
  ['fo', 'xsl-fo-compatible'], ['svg', 'svg-compatible'], ['meta', 'meta'],
].map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ');

const STYLE_OF = {
  type: 'Type', title: 'Title', heading: 'Heading', rule: 'Rule', stamp: 'Stamp', division: 'Division',
  paragraph: 'Body', gap: 'Gap',
};

// The properties name the clerk's machine and the day of copying, nothing of the document.
const PROPERTIES = `<meta:initial-creator>VANTHU</meta:initial-creator><dc:creator>VANTHU</dc:creator>
<meta:creation-date>${MADE_ON}T00:00:00</meta:creation-date><dc:date>${MADE_ON}T00:00:00</dc:date>`;

export function officePaper(manuscript, format) {
  const { form, letterhead } = manuscript.header;
  const body = layout(manuscript).map((block, at) =>
    block.kind === 'columns' ? table(block, letterhead, `B${at}`) : text(block.text, STYLE_OF[block.kind]),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta>${PROPERTIES}</office:meta>
${styles(format)}
<office:body><office:text>
${inForm(form, body.join('\n'))}
</office:text></office:body>
</office:document>
`;
}

function table(block, letterhead, name) {
  if (block.part === 'table') return dataTable(block.rows, name);
  const recipients = block.rows.some((row) => /^Nơi nhận/iu.test(row[0]));
  const left = (row) => text(row[0], recipients ? 'Recipients' : leftStyle(row[0]));
  const right = (row) => {
    const cell = row.slice(1).join(' ');
    return text(cell, /ngày .*năm/u.test(cell) ? 'CellDate' : cell === cell.toUpperCase() ? 'CellBold' : 'Cell');
  };
  const cell = (paragraphs) =>
    `<table:table-cell table:style-name="NoBorder" office:value-type="string">${paragraphs}</table:table-cell>`;
  const groups = letterhead === 'columns' ? block.rows.map((row) => [row]) : [block.rows];
  const rows = groups.map((group) => {
    const lefts = group.length > 1 ? group.filter((row) => row[0]) : group;
    const rights = group.length > 1 ? group.filter((row) => row[1]) : group;
    return `<table:table-row>${cell(lefts.map(left).join(''))}${cell(rights.map(right).join(''))}</table:table-row>`;
  });
  return `<table:table table:name="${name}" table:style-name="Half">
<table:table-column table:style-name="Half.L"/><table:table-column table:style-name="Half.R"/>
${rows.join('\n')}
</table:table>`;
}

function dataTable(rows, name) {
  const width = Math.max(...rows.map((row) => row.length));
  const cell = (content) =>
    `<table:table-cell table:style-name="Border" office:value-type="string">${text(content, 'Cell')}</table:table-cell>`;
  const cells = (row) => Array.from({ length: width }, (_, at) => cell(row[at] ?? '')).join('');
  return `<table:table table:name="${name}"><table:table-column table:number-columns-repeated="${width}"/>
${rows.map((row) => `<table:table-row>${cells(row)}</table:table-row>`).join('\n')}
</table:table>`;
}

// The symbol and the star are light, the names of the offices bold.
const leftStyle = (cell) => (/\d/.test(cell) || cell !== cell.toUpperCase() ? 'Cell' : 'CellBold');

function text(content, style) {
  const escaped = content
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    .replace(/ {2,}/g, (run) => ` <text:s text:c="${run.length - 1}"/>`); // blanks left for a day in ink
  return `<text:p text:style-name="${style}">${escaped}</text:p>`;
}
