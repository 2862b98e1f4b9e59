// Lucene++, one thread, merged into one segment.

import {builtPeer} from './engines.mjs';

export default builtPeer('lucene', 'liblucene++-dev libboost-dev', 'docs.jsonl');
