// Every made file bears the same day, so that an unchanged manuscript gives an unchanged file. The
// bytes of a date are overwritten in place with as many others; nothing is packed anew.

export const MADE_ON = '2026-06-01';

const [YEAR, MONTH, DAY] = MADE_ON.split('-').map(Number);
const ZIP_DATE = ((YEAR - 1980) << 9) | (MONTH << 5) | DAY;
const CENTRAL_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_OF_ARCHIVE = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

// The dates of all entries of a zip archive, in the directory and before each entry.
export function zipMadeOn(archive) {
  const end = archive.lastIndexOf(END_OF_ARCHIVE);
  if (end < 0) throw new Error('not a zip archive');
  let entry = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(entry) !== CENTRAL_ENTRY) throw new Error('broken zip directory');
    stamp(archive, entry + 12);
    const local = archive.readUInt32LE(entry + 42);
    if (archive.readUInt32LE(local) === LOCAL_ENTRY) stamp(archive, local + 10);
    const extras = [28, 30, 32].reduce((sum, at) => sum + archive.readUInt16LE(entry + at), 0);
    entry += 46 + extras;
  }
  return archive;
}

function stamp(archive, at) {
  archive.writeUInt16LE(0, at);
  archive.writeUInt16LE(ZIP_DATE, at + 2);
}

// The day in a PDF's properties, and the identifiers LibreOffice derives from the clock.
export function pdfMadeOn(pdf) {
  const text = pdf.toString('latin1');
  const day = MADE_ON.replaceAll('-', '');
  const dated = text
    .replace(/\/(CreationDate|ModDate)\(D:\d{14}/g, (found, key) => `/${key}(D:${day}000000`)
    .replace(/(\/ID \[ ?<|\/DocChecksum \/)([0-9A-F]{32})(?:(>\s*<)([0-9A-F]{32}))?/g,
      (found, open, id, between = '', again = '') => open + '0'.repeat(id.length) + between + '0'.repeat(again.length));
  if (dated.length !== text.length) throw new Error('a date moved the bytes of a PDF');
  return Buffer.from(dated, 'latin1');
}
