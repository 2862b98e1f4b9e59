// The document itself in the mark-up of four generations of editors.
//
//   table   letterhead in a table, paragraphs in <p>          pages made by hand
//   div     one <div> a line with inline styles               old content systems
//   word    <p class=MsoNormal><span …>                       pasted out of the word processor
//   breaks  one big <div>, lines parted by <br>               text boxes of the nineties
import { pick } from './chance.mjs';
import { layout } from './layout.mjs';

const STYLES = {
  table: { open: '<div class="noi-dung">', line: (text, align) => `<p align="${align}">${text}</p>`, close: '</div>' },
  div: {
    open: '<div class="content-detail">',
    line: (text, align) => `<div style="text-align: ${align}; margin-bottom: 6px">${text}</div>`,
    close: '</div>',
  },
  word: {
    open: '<div class="WordSection1">',
    line: (text, align) =>
      `<p class="MsoNormal" style="text-align:${align}"><span style="font-size:14.0pt;` +
      `font-family:&quot;Times New Roman&quot;,serif">${text}<o:p></o:p></span></p>`,
    close: '</div>',
  },
  breaks: { open: '<div id="content"><font face="Times New Roman">', line: (text) => `${text}<br>`, close: '</font></div>' },
};
const CENTRED = new Set(['type', 'title', 'heading', 'rule', 'stamp']);
const BOLD = new Set(['type', 'title', 'heading', 'stamp', 'division']);

export function webText(manuscript) {
  const { file, letterhead } = manuscript.header;
  const style = STYLES[pick(file, 'mark-up', Object.keys(STYLES))];
  const asTable = letterhead === 'columns' && style !== STYLES.breaks;
  const parts = layout(manuscript).map((block) => {
    if (block.kind === 'gap') return style === STYLES.breaks ? '<br>' : '';
    if (block.kind === 'columns') return columns(block, style, asTable);
    const text = escape(block.text);
    const align = CENTRED.has(block.kind) ? 'center' : 'justify';
    return style.line(BOLD.has(block.kind) ? `<b>${text}</b>` : text, align);
  });
  return [style.open, ...parts.filter((part) => part !== ''), style.close].join('\n');
}

export function escape(text) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/ {2,}/g, (run) => `${'&nbsp;'.repeat(run.length - 1)} `) // blanks left for a day in ink
    .replaceAll('\u00a0', '&nbsp;');
}

function columns(block, style, asTable) {
  if (block.part === 'table') return dataTable(block.rows);
  const lefts = block.rows.map((row) => row[0]);
  const rights = block.rows.map((row) => row.slice(1).join(' '));
  if (!asTable)
    return [...lefts, ...rights].filter(Boolean).map((text) => style.line(escape(text), 'center')).join('\n');
  const cell = (texts, width) =>
    `<td width="${width}" valign="top">${texts.map((text) => `<p align="center">${escape(text)}</p>`).join('')}</td>`;
  const rows =
    style === STYLES.word // Word keeps one cell a column, hand-made pages one row a line
      ? `<tr>${cell(lefts.filter(Boolean), '44%')}${cell(rights.filter(Boolean), '56%')}</tr>`
      : block.rows.map((_, at) => `<tr>${cell([lefts[at]], '44%')}${cell([rights[at]], '56%')}</tr>`).join('\n');
  return `<table border="0" width="100%" cellspacing="0"><tbody>\n${rows}\n</tbody></table>`;
}

function dataTable(rows) {
  const cells = (row) => row.map((cell) => `<td>${escape(cell)}</td>`).join('');
  return `<table border="1">\n${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}\n</table>`;
}
