// A paper as an office's scanner leaves it: each page a picture, black on white at 200 dpi, a little askew, with dust; no
// text layer. The same PDF gives the same pictures with the same poppler.
//
//   scanned(pdf, 0.6)  →  PDF of pictures, turned by 0.6 degrees
import { execFileSync } from 'node:child_process';
import { deflateSync } from 'node:zlib';

const DPI = 200;
const INK = 150; // darker is black
const DUST = 40; // specks a page

export function scanned(pdf, degrees) {
  return pdfOfPictures(greyPages(pdf).map((page, at) => blackAndWhite(turned(page, degrees), at)));
}

// pdftoppm writes one PGM after the other: P5, width, height, 255, bytes
function greyPages(pdf) {
  const stream = execFileSync('pdftoppm', ['-r', String(DPI), '-gray', '-'], { input: pdf, maxBuffer: 1 << 30 });
  const pages = [];
  for (let at = 0; at < stream.length;) {
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(stream.toString('latin1', at, at + 40));
    const [width, height] = [Number(head[1]), Number(head[2])];
    at += head[0].length;
    pages.push({ width, height, grey: stream.subarray(at, at + width * height) });
    at += width * height;
  }
  return pages;
}

// Turned about its middle; between four pixels their mean by nearness.
function turned({ width, height, grey }, degrees) {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const [midX, midY] = [width / 2, height / 2];
  const at = (x, y) => (x < 0 || y < 0 || x >= width || y >= height ? 255 : grey[y * width + x]);
  const out = Buffer.alloc(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const fromX = cos * (x - midX) + sin * (y - midY) + midX;
      const fromY = cos * (y - midY) - sin * (x - midX) + midY;
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      const [right, down] = [fromX - left, fromY - top];
      out[y * width + x] =
        (1 - down) * ((1 - right) * at(left, top) + right * at(left + 1, top)) +
        down * ((1 - right) * at(left, top + 1) + right * at(left + 1, top + 1));
    }
  return { width, height, grey: out };
}

// One bit a pixel, 1 = white, rows padded to bytes, as PDF wants it.
function blackAndWhite({ width, height, grey }, page) {
  const row = Math.ceil(width / 8);
  const bits = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) if (grey[y * width + x] >= INK) bits[y * row + (x >> 3)] |= 0x80 >> (x & 7);
  let seed = page + 1;
  const chance = (below) => {
    seed = (seed * 48271) % 0x7fffffff; // Park and Miller
    return seed % below;
  };
  for (let speck = 0; speck < DUST; speck++) {
    const [x, y] = [chance(width), chance(height)];
    bits[y * row + (x >> 3)] &= ~(0x80 >> (x & 7));
  }
  return { width, height, bits };
}

function pdfOfPictures(pages) {
  const parts = [Buffer.from('%PDF-1.4\n')];
  const offsets = [];
  const size = () => parts.reduce((sum, part) => sum + part.length, 0);
  const object = (content, stream) => {
    offsets.push(size());
    parts.push(Buffer.from(`${offsets.length} 0 obj\n${content}\n`));
    if (stream) parts.push(Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n'));
    parts.push(Buffer.from('endobj\n'));
  };
  const pageNumber = (at) => 3 + 3 * at;
  object('<< /Type /Catalog /Pages 2 0 R >>');
  object(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${pageNumber(at)} 0 R`).join(' ')}] >>`);
  pages.forEach(({ width, height, bits }, at) => {
    const [across, up] = [width, height].map((pixels) => ((pixels * 72) / DPI).toFixed(2));
    const page = pageNumber(at);
    object(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${across} ${up}] /Contents ${page + 1} 0 R /Resources << /XObject << /P ${page + 2} 0 R >> >> >>`);
    const drawing = Buffer.from(`${across} 0 0 ${up} 0 0 cm /P Do`);
    object(`<< /Length ${drawing.length} >>`, drawing);
    const packed = deflateSync(bits, { level: 9 });
    object(`<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode /Length ${packed.length} >>`, packed);
  });
  const table = size();
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(Buffer.from(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`));
  return Buffer.concat(parts);
}
