#include "indexer/writer/run/run_writer.h"

#include "indexer/writer/glass/pack.h"
#include "indexer/writer/run/run_reader.h"

namespace vankien {

using glass::append_number;
using glass::append_text;

void RunWriter::put(std::uint64_t number) {
  made_.clear();
  append_number(made_, number);
  file_.write(made_);
}

void RunWriter::put(std::string_view text) {
  put(text.size());
  file_.write(text);
}

// Most lists are one document's: they go to the file whole.
void RunWriter::begin_list(std::string_view term, std::uint32_t documents, std::uint64_t times) {
  made_.clear();
  made_ += static_cast<char>(term.size());
  made_ += term;
  append_number(made_, documents);
  append_number(made_, times);
}

void RunWriter::piece(const ListPiece& piece) {
  append_number(made_, piece.bytes.size());
  append_number(made_, piece.first);
  append_number(made_, piece.last - piece.first);
  made_ += piece.bytes;
  if (made_.size() < kPieceBytes) return;
  file_.write(made_);
  made_.clear();
}

void RunWriter::end_list() {
  append_number(made_, 0);
  file_.write(made_);
}

void RunWriter::values(std::uint32_t first, std::string_view chunk) {
  made_.clear();
  append_number(made_, first);
  append_text(made_, chunk);
  file_.write(made_);
}

void RunWriter::entry(const DocumentEntry& entry) {
  put(entry.data);
  put(entry.id);
  put(entry.path);
  put(entry.place);
}

void RunWriter::id(const IdHash& hash) { file_.write({reinterpret_cast<const char*>(&hash), sizeof hash}); }

void RunWriter::finish(const DatabaseCounts& counts, const std::array<std::uint32_t, kSlots>& valued) {
  summary_.begins[kSections] = file_.size();
  summary_.counts = counts;
  summary_.valued = valued;
  summary_.hash = file_.hash();
  file_.write(encode_summary(summary_));
  file_.finish();
}

}  // namespace vankien
