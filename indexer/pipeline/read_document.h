#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "analyzers/schema/record.h"
#include "indexer/extract/extract.h"
#include "indexer/pipeline/ocr_reader.h"
#include "indexer/scan/scan.h"

namespace vankien {

/// The id of a document that is a file: "f-" and the XXH3-128 of its name in the ledger, hex, and fit for a URL whatever
/// the file is called. A file that moves keeps the id it was born with (SourceFile::born), so that links live.
std::string make_file_id(const std::string& path);

/// A record and what the ledger should tell of its reading.
struct ReadDocument {
  Record record;
  std::vector<Warning> warnings;
  bool retry = false;  ///< ask again the next time: a page was not read for a reason that may pass
};

/// One file → one record: extracted in a bounded child (`self` is the indexer's program), its pictures of pages read by
/// OCR, fields from its letterhead, then those of its sidecar. A first page that cannot be read, or poorly, may bear any
/// stamp: unless the sidecar says otherwise, the document has the highest grade then. Throws ExtractError.
ReadDocument read_file(const SourceFile& file, const std::filesystem::path& self, const ExtractLimits& limits,
                       OcrReader& ocr);

/// The same of a text that was extracted already, and what OCR read of it.
ReadDocument make_document(ExtractedText text, OcrPages pages, const SourceFile& file);

/// Puts the fields of a sidecar into a document. Throws ExtractError (bad_json, bad_field).
void apply_sidecar(const std::filesystem::path& sidecar, ReadDocument& document);

/// One line of a .jsonl → one record: given fields win, missing ones are read from the body's letterhead.
/// A row of a .csv comes as such a line too (csv_rows.h).
/// Throws ExtractError (bad_json, bad_field, bad_encoding).
ReadDocument read_json_line(const std::string& line, const SourceFile& file);

}  // namespace vankien
