// SQLite's FTS5, one thread.

import {builtPeer} from './engines.mjs';

export default builtPeer('fts5', 'libsqlite3-dev', 'docs.jsonl');
