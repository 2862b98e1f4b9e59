// A manuscript as a plain text file, set with spaces the way a typist would.
//
//        TỈNH ỦY ĐÔNG GIANG                    ĐẢNG CỘNG SẢN VIỆT NAM
//                 *
//            Số 05-NQ/TU               Giang Thành, ngày 01 tháng 6 năm 2022
import { pick } from './chance.mjs';
import { inForm } from './forms.mjs';
import { layout } from './layout.mjs';
import { LEGACY_FORMS, legacyBytes } from './legacy.mjs';

const PAGE = 84;
const LEFT = 40; // the left column; the right one has the rest of the page
const CENTRED = new Set(['type', 'title', 'heading', 'rule', 'stamp']);

export function textFile(manuscript) {
  const { file, form, letterhead } = manuscript.header;
  // Text files come both ways: one line a paragraph, or broken by the typist at the margin.
  const measure = pick(file, 'line length', [Infinity, PAGE, Infinity]);
  const lines = layout(manuscript).flatMap((block) => setBlock(block, letterhead, measure));
  const text = lines.map((line) => line.trimEnd()).join('\n');
  const lineEnd = pick(file, 'line ends', ['\n', '\r\n', '\n']);
  if (LEGACY_FORMS.includes(form)) return legacyBytes(inForm(form, `${text}\n`).replaceAll('\n', lineEnd));
  const mark = pick(file, 'byte order mark', ['', '', '', '\ufeff']); // Notepad writes one
  return mark + inForm(form, `${text}\n`).replaceAll('\n', lineEnd);
}

function setBlock(block, letterhead, measure) {
  if (block.kind === 'gap') return [''];
  if (block.kind === 'columns') {
    if (block.part === 'table') return block.rows.map((row) => row.join('\t'));
    return letterhead === 'columns' ? block.rows.flatMap(sideBySide) : oneBelowOther(block.rows);
  }
  if (CENTRED.has(block.kind)) return wrap(block.text, PAGE - 10).map((line) => centre(line, PAGE));
  return measure === Infinity ? [block.text] : wrap(`    ${block.text}`, measure);
}

function sideBySide([left, ...rest]) {
  const lefts = wrap(left, LEFT - 2);
  const rights = wrap(rest.join(' '), PAGE - LEFT);
  return Array.from({ length: Math.max(lefts.length, rights.length) }, (_, at) => {
    const cell = lefts[at] ?? '';
    // Recipients are a list at the margin; everything else stands in the middle of its column.
    const set = /^(Nơi nhận|Kính gửi|[-+•])/iu.test(left) ? cell : centre(cell, LEFT - 2);
    return set.padEnd(LEFT) + centre(rights[at] ?? '', PAGE - LEFT);
  });
}

function oneBelowOther(rows) {
  const left = rows.map((row) => row[0]).filter(Boolean);
  const right = rows.map((row) => row.slice(1).join(' ')).filter(Boolean);
  return left.length && right.length ? [...left, '', ...right] : [...left, ...right];
}

function centre(line, width) {
  const room = Math.max(0, width - line.length);
  return ' '.repeat(Math.floor(room / 2)) + line;
}

function wrap(text, width) {
  const lines = [];
  let line = '';
  // A no-break space stays inside its word, as in a word processor.
  for (const word of text.split(/(?<=[^ ]) /)) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  lines.push(line);
  return lines;
}
