// A parcel is a file that holds documents: a letter with attachments (.eml) or an archive (.zip). Its source is a
// text of several manuscripts, like a ledger's; each has the fields of a manuscript and the `name` it has inside. Of
// a letter the first is the letter itself: title (the subject), from, to, date, and no name.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from './crc32.mjs';
import { RECORD_FIELDS, queries } from './fields.mjs';
import { splitDocuments } from './ledger.mjs';
import { zipMadeOn } from './made-on.mjs';
import { textFile } from './text-file.mjs';

const REQUIRED = ['title', 'date', 'grade', 'find', 'not_find'];
const BOUNDARY = 'phan-cach-cua-thu';

// `gui-bao-cao.eml.txt` becomes `gui-bao-cao.eml` in the target folder of the sample.
export function readParcels(folder, target) {
  const parcels = [];
  const problems = [];
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.txt')).sort()) {
    const { documents, slips } = splitDocuments(readFileSync(join(folder, name), 'utf8'), REQUIRED);
    problems.push(...slips.map((slip) => `${name}: ${slip}`));
    parcels.push({ name, file: `${target}/${name.replace(/\.txt$/, '')}`, documents });
  }
  return { parcels, problems };
}

export const parcelBytes = (parcel) => (parcel.file.endsWith('.eml') ? letter(parcel) : archive(parcel));

export function parcelExpectation({ file, documents }) {
  return {
    documents: documents.map(({ header }) => ({
      path: header.name ? `${file}/${header.name}` : file,
      fields: Object.fromEntries(RECORD_FIELDS.map((field) => [field, header[field]]).filter(([, value]) => value)),
      find: queries(header.find),
      not_find: queries(header.not_find),
    })),
  };
}

function content(parcel, { header, body }) {
  if (header.name.endsWith('.txt')) return Buffer.from(textFile({ header: { ...header, form: 'nfc', file: `${parcel.file}/${header.name}` }, body }));
  const paragraphs = body.split('\n').filter(Boolean).map((line) => `<p>${line}</p>`);
  return Buffer.from(`<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head><body>\n${paragraphs.join('\n')}\n</body></html>\n`);
}

const base64Lines = (bytes) => bytes.toString('base64').replace(/.{76}/g, '$&\r\n');
const word = (text) => (/^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`);
// A person's name and an address: only the name is encoded.
const address = (text) => text.replace(/^[^<]*(?= <)/, (name) => word(name));

function letter(parcel) {
  const [{ header, body }, ...attachments] = parcel.documents;
  const day = new Date(`${header.date}T00:00:00Z`).toUTCString().slice(0, 16);
  const parts = [
    ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64', '', base64Lines(Buffer.from(`${body}\n`))],
    ...attachments.map((part) => [
      'Content-Type: application/octet-stream',
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment; filename*=UTF-8''${encodeURIComponent(part.header.name)}`,
      '',
      base64Lines(content(parcel, part)),
    ]),
  ];
  return [
    `From: ${address(header.from)}`, `To: ${address(header.to)}`, `Subject: ${word(header.title)}`, `Date: ${day} 08:15:00 +0700`,
    'MIME-Version: 1.0', `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`, '',
    ...parts.flatMap((lines) => [`--${BOUNDARY}`, ...lines]), `--${BOUNDARY}--`, '',
  ].join('\r\n');
}

// Stored, not compressed: compressors differ between machines.
function archive(parcel) {
  const UTF8_NAME = 0x800;
  const entries = [];
  const directory = [];
  let offset = 0;
  for (const part of parcel.documents) {
    const bytes = content(parcel, part);
    const name = Buffer.from(part.header.name);
    const fields = Buffer.alloc(26); // what both heads share: version, flags, method, date, sum, sizes, lengths
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(UTF8_NAME, 2);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(bytes.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14); // comment, disk, attributes, offset
    tail.writeUInt32LE(offset, 10);
    entries.push(Buffer.from('PK\x03\x04'), fields, name, bytes);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, name);
    offset += 30 + name.length + bytes.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parcel.documents.length, 4);
  end.writeUInt16LE(parcel.documents.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return zipMadeOn(Buffer.concat([...entries, list, Buffer.from('PK\x05\x06'), end]));
}
