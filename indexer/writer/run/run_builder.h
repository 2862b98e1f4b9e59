#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/writer/document_sink.h"
#include "indexer/writer/run/run_format.h"
#include "indexer/writer/run/term_table.h"

namespace vankien {

class RunWriter;

/// Documents of one grade, gathered in memory until there are enough for a run:
///   (begin_document (count | count_word | mark | set_value | set_record)* end_document)* write
/// A term has a number, and what a document says is a row of (term, how often). To write, terms are sorted once and the rows are
/// turned by counting into lists by term. Xapian's own way, a tree
/// of strings a document and another for what is not committed, took 42 % of a bulk run.
class RunBuilder : public DocumentSink {
 public:
  void begin_document(std::string_view id, std::string_view path, std::string_view place = {});
  void count(std::string_view term) override { ++posting(find(term)).times; }
  std::string_view count_word(std::string_view term, bool joined) override;
  void mark(std::string_view term) override { posting(find(term)); }
  void set_value(Slot slot, std::string_view value) override;
  void set_record(RecordText text) override;
  void end_document();

  std::uint32_t documents() const { return static_cast<std::uint32_t>(documents_.size()); }
  /// Of memory, with what write() will need.
  std::size_t bytes() const;
  /// On disk when it returns; the builder is spent. Throws std::system_error.
  void write(const std::filesystem::path& file);

 private:
  struct Posting {
    std::uint32_t term;  ///< or the document, where a list is a term's
    std::uint32_t times;
  };
  /// By the numbers of its words.
  struct Bigram {
    std::uint32_t left;
    std::uint32_t right;
  };
  struct Value {
    std::uint32_t document;
    std::uint32_t size;
    std::size_t begin;
  };
  struct Document {
    std::size_t postings;  ///< where its row begins
    std::uint64_t length = 0;
    std::string id;
    std::string path;
    std::string place;
    std::size_t data = 0;  ///< where its record is kept
    std::size_t data_size = 0;
  };
  struct WaitingRecord {
    std::size_t document;
    RecordText text;
  };

  TermTable::Slot& find(std::string_view term);
  /// `last` of a slot is one more than the term's newest place among the postings.
  Posting& posting(TermTable::Slot& term) {
    return term.last > row_begin_ ? postings_[term.last - 1] : new_posting(term);
  }
  Posting& new_posting(TermTable::Slot& term);
  void count_bigram(const Bigram& bigram);
  std::string_view code_of(std::uint32_t word) const {
    const Code& code = codes_[word];
    if (code.size <= code.bytes.size()) return {code.bytes.data(), code.size};
    return std::string_view(code_text_).substr(std::bit_cast<std::uint32_t>(code.bytes), code.size);
  }
  void pack_records();
  void write_lists(RunWriter& writer);
  void write_lengths(RunWriter& writer);
  void write_values(RunWriter& writer);
  void write_entries(RunWriter& writer);

  TermTable terms_;
  std::uint32_t last_word_ = 0;  ///< that was counted
  // Bigrams are looked up some words later, so that nobody waits for their places: a ring, where it goes on, how many wait.
  static constexpr std::size_t kAhead = 8;
  std::array<Bigram, kAhead> ahead_{};
  std::size_t next_ahead_ = 0;
  std::size_t waiting_ahead_ = 0;
  std::vector<Posting> postings_;
  std::size_t row_begin_ = 0;  ///< of the document that has begun, among them
  std::vector<Document> documents_;
  std::array<std::vector<Value>, kSlots> values_;
  std::string kept_;  ///< bytes of values and packed records
  std::vector<WaitingRecord> waiting_;
  std::size_t waiting_bytes_ = 0;
  struct Code {
    std::array<char, 4>
        bytes{};  ///< of nearly all, which have one or two; of a longer code where it begins in code_text_
    std::uint32_t size = 0;
  };
  std::vector<Code> codes_;  ///< of words, by number; size 0 = not asked for
  std::string code_text_;    ///< of those of more bytes
  DatabaseCounts counts_;
};

}  // namespace vankien
