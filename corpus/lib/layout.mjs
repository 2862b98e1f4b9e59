// The parts of a page, recognised from the manuscript's lines, so that every format can set them
// its own way (centred, in a table, bold) without changing a word.
//
//   {kind: 'columns', part: 'letterhead' | 'closing' | 'table', rows: [['TỈNH ỦY …', 'ĐẢNG …'], …]}
//   {kind: 'type' | 'title' | 'stamp' | 'heading' | 'division' | 'rule' | 'paragraph' | 'gap', text}
import { fold } from './fold.mjs';

const STAMP = /^(TUYỆT MẬT|TỐI MẬT|MẬT|KHẨN|THƯỢNG KHẨN|HỎA TỐC|HOẢ TỐC|LƯU HÀNH NỘI BỘ)\.?$/iu;
const RULE = /^[-–—_*=]{1,}$|^-+\s*o0o\s*-+$/iu;
const DIVISION = /^(?:(?:Phần|Chương|Mục|Tiểu mục)\s+(?:[IVX\d]+|thứ\s)|[IVX]+\s*[-./)]\s*\S|Điều\s+\d+)/u;

export function layout({ header, body }) {
  const lines = body.split('\n').map((line) => line.trim());
  const title = titleLines(lines, header.title ?? '');
  const blocks = [];
  let textSeen = false;
  lines.forEach((line, at) => {
    if (line.includes('||')) {
      const row = line.split('||').map((cell) => cell.trim());
      const last = blocks[blocks.length - 1];
      if (last?.kind === 'columns') last.rows.push(row);
      else blocks.push({ kind: 'columns', part: textSeen ? tablePart(row) : 'letterhead', rows: [row] });
      return;
    }
    const kind = kindOf(line, header, at >= title.from && at < title.to);
    if (!['gap', 'stamp', 'rule'].includes(kind)) textSeen = true;
    blocks.push({ kind, text: line });
  });
  return blocks;
}

// Every line with its cells apart: the text as a reader takes it in, without the markup.
export function plainLines(body) {
  return body.split('\n').flatMap((line) => line.split('||')).map((line) => line.trim()).filter(Boolean);
}

function kindOf(line, header, inTitle) {
  if (!line) return 'gap';
  if (inTitle) return 'title';
  if (STAMP.test(line)) return 'stamp';
  if (RULE.test(line)) return 'rule';
  if (header.type && fold(line) === fold(header.type)) return 'type';
  if (DIVISION.test(line)) return 'division';
  return isCapitals(line) ? 'heading' : 'paragraph';
}

// The title may be broken over several lines on the paper; the header has it on one.
function titleLines(lines, title) {
  const wanted = fold(title);
  if (!wanted) return { from: -1, to: -1 };
  for (let from = 0; from < lines.length; from++) {
    let joined = '';
    for (let to = from; to < Math.min(from + 6, lines.length) && lines[to] && !lines[to].includes('||'); to++) {
      joined = `${joined} ${lines[to]}`;
      if (fold(joined) === wanted) return { from, to: to + 1 };
    }
  }
  return { from: -1, to: -1 };
}

function tablePart(row) {
  return /^(Nơi nhận|Kính gửi|T\/M|K\/T|T\/L|TM\.|KT\.|TL\.)/iu.test(row.find(Boolean) ?? '') || !row[0]
    ? 'closing'
    : 'table';
}

const isCapitals = (line) => /\p{Lu}{2}/u.test(line) && line === line.toUpperCase() && line.length < 120;
