// Xapian as it comes, over a small program of ours. Its documents are fed without marks; docdata holds titles and symbols.

import {builtPeer, bytesBelow} from './engines.mjs';

export default builtPeer('xapian', 'libxapian-dev', 'folded.jsonl', {bytes: (folder) => bytesBelow(folder, 'docdata.glass')});
