// One text, several code points: the same word reaches an archive in different encoded forms.
//
//   nfc   Đảng  U+0110 ả(U+1EA3)          most of today's files
//   nfd   Đảng  U+0110 a + U+0309         saved on a Mac, or converted by some tools
//   eth   Ðảng  U+00D0                    the Icelandic letter of old code pages, looks the same
//   tcvn3 §¶ng  A7 B6 6E 67               before Unicode, fonts .VnTime: the bytes, or Latin-1 letters in an office paper
//   vni   Ñaûng D1 61 FB 6E 67            before Unicode, fonts VNI-Times
import { LEGACY_FORMS, inLegacy } from './legacy.mjs';

const FORM = {
  nfc: (text) => text,
  nfd: (text) => text.normalize('NFD'),
  eth: (text) => text.replaceAll('Đ', '\u00d0'),
  ...Object.fromEntries(LEGACY_FORMS.map((form) => [form, (text) => inLegacy(form, text)])),
};

export function inForm(form, text) {
  return FORM[form](text.normalize('NFC'));
}
