#include "indexer/writer/run/run_builder.h"

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <utility>

#include "analyzers/schema/bigram_term.h"
#include "analyzers/schema/word_codes.h"
#include "indexer/writer/glass/pack.h"
#include "indexer/writer/run/piece_joiner.h"
#include "indexer/writer/run/run_writer.h"

namespace vankien {

using glass::append_number;

namespace {

constexpr std::size_t kMostTermSize = 245;  // Xapian's own bound
// Bytes of records that wait to be packed in a row: some 25 documents, and the packer's tables stay in the cache.
constexpr std::size_t kPackedTogether = std::size_t{64} << 10;

}  // namespace

void RunBuilder::begin_document(std::string_view id, std::string_view path, std::string_view place) {
  Document& document = documents_.emplace_back();
  document.postings = row_begin_ = postings_.size();
  document.id = id;
  document.path = path;
  document.place = place;
}

TermTable::Slot& RunBuilder::find(std::string_view term) {
  if (term.empty() || term.size() > kMostTermSize) throw std::length_error("a term is empty or too long");
  return terms_.find(term);
}

RunBuilder::Posting& RunBuilder::new_posting(TermTable::Slot& term) {
  postings_.push_back({term.number, 0});
  term.last = static_cast<std::uint32_t>(postings_.size());
  return postings_.back();
}

std::string_view RunBuilder::count_word(std::string_view term, bool joined) {
  TermTable::Slot& found = find(term);
  const std::uint32_t word = found.number;
  ++posting(found).times;
  if (word >= codes_.size()) codes_.resize(word + std::size_t{1});
  if (codes_[word].size == 0) {
    const std::string made = word_code(term);
    Code& code = codes_[word];
    code.size = static_cast<std::uint32_t>(made.size());
    if (made.size() <= code.bytes.size()) {
      std::copy(made.begin(), made.end(), code.bytes.begin());
    } else {
      code.bytes = std::bit_cast<std::array<char, 4>>(static_cast<std::uint32_t>(code_text_.size()));
      code_text_ += made;
    }
  }
  if (joined) {
    terms_.expect_pair(last_word_, word);
    if (waiting_ahead_ == kAhead)
      count_bigram(ahead_[next_ahead_]);
    else
      ++waiting_ahead_;
    ahead_[next_ahead_] = {last_word_, word};
    next_ahead_ = (next_ahead_ + 1) % kAhead;
  }
  last_word_ = word;
  return code_of(word);
}

void RunBuilder::count_bigram(const Bigram& bigram) {
  const auto make = [&] { return bigram_of_codes(code_of(bigram.left), code_of(bigram.right)); };
  ++posting(terms_.find_pair(bigram.left, bigram.right, make)).times;
}

void RunBuilder::set_value(Slot slot, std::string_view value) {
  const auto number = documents();
  values_[static_cast<std::size_t>(slot)].push_back(
      {number, static_cast<std::uint32_t>(value.size()), kept_.size()});
  kept_ += value;
}

void RunBuilder::set_record(RecordText text) {
  waiting_bytes_ += text.fields.size() + text.body.size();
  waiting_.push_back({documents_.size() - 1, std::move(text)});
  if (waiting_bytes_ >= kPackedTogether) pack_records();
}

void RunBuilder::pack_records() {
  for (const auto& [number, text] : waiting_) {
    const std::string packed = pack_record(text);
    documents_[number].data = kept_.size();
    documents_[number].data_size = packed.size();
    kept_ += packed;
  }
  waiting_.clear();
  waiting_bytes_ = 0;
}

void RunBuilder::end_document() {
  for (std::size_t i = 0; i < waiting_ahead_; ++i) count_bigram(ahead_[i]);
  waiting_ahead_ = next_ahead_ = 0;
  Document& document = documents_.back();
  for (std::size_t i = document.postings; i < postings_.size(); ++i) {
    document.length += postings_[i].times;
    counts_.most_times = std::max(counts_.most_times, postings_[i].times);
  }
  const auto length = static_cast<std::uint32_t>(document.length);
  counts_.documents = counts_.last_id = documents();
  counts_.total_length += document.length;
  counts_.most_length = std::max(counts_.most_length, length);
  if (length > 0 && (counts_.least_length == 0 || length < counts_.least_length))
    counts_.least_length = length;
}

std::size_t RunBuilder::bytes() const {
  constexpr std::size_t kDocumentBytes = sizeof(Document) + 200;  // id and path
  std::size_t all = terms_.bytes() + terms_.size() * (sizeof(Code) + sizeof(std::uint32_t)) +
                    2 * postings_.size() * sizeof(Posting) + kept_.size() + waiting_bytes_ +
                    documents_.size() * kDocumentBytes;
  for (const auto& values : values_) all += values.size() * sizeof(Value);
  return all;
}

void RunBuilder::write(const std::filesystem::path& file) {
  pack_records();
  RunWriter writer(file);
  write_lists(writer);
  write_lengths(writer);
  write_values(writer);
  write_entries(writer);
  std::array<std::uint32_t, kSlots> valued{};
  for (std::size_t slot = 0; slot < kSlots; ++slot)
    valued[slot] = static_cast<std::uint32_t>(values_[slot].size());
  writer.finish(counts_, valued);
}

void RunBuilder::write_lists(RunWriter& writer) {
  // Of each term's list; while it is filled, where it goes on.
  std::vector<std::uint32_t> ends(terms_.size() + 1);
  for (const Posting& posting : postings_) ++ends[posting.term + 1];
  for (std::size_t term = 0; term < terms_.size(); ++term) ends[term + 1] += ends[term];
  // Where a posting goes is asked for some postings before: nearly each goes to another place of memory than the one before.
  constexpr std::size_t kSoon = 12, kNext = 6;
  const auto lists = std::make_unique_for_overwrite<Posting[]>(postings_.size());
  for (std::uint32_t i = 0; i < documents_.size(); ++i) {
    const std::size_t end = i + 1 < documents_.size() ? documents_[i + 1].postings : postings_.size();
    for (std::size_t place = documents_[i].postings; place < end; ++place) {
      if (place + kSoon < postings_.size()) {
        __builtin_prefetch(&ends[postings_[place + kSoon].term], 1);
        __builtin_prefetch(&lists[ends[postings_[place + kNext].term]], 1);
      }
      lists[ends[postings_[place].term]++] = {i, postings_[place].times};
    }
  }
  PieceJoiner joiner(kPieceBytes, [&](const ListPiece& piece) { writer.piece(piece); });
  std::string one;
  for (const std::uint32_t term : terms_.in_order()) {
    const std::size_t begin = term == 0 ? 0 : ends[term - 1];
    std::uint64_t times = 0;
    for (std::size_t place = begin; place < ends[term]; ++place) times += lists[place].times;
    writer.begin_list(terms_[term], static_cast<std::uint32_t>(ends[term] - begin), times);
    if (begin + 1 == ends[term]) {  // half of all terms are one document's
      one.clear();
      append_number(one, times);
      writer.piece({lists[begin].term + 1, lists[begin].term + 1, one});
      writer.end_list();
      continue;
    }
    for (std::size_t place = begin; place < ends[term]; ++place) {
      const auto [document, count] = lists[place];
      one.clear();
      append_number(one, count);
      joiner.add({document + 1, document + 1, one});
    }
    joiner.finish();
    writer.end_list();
  }
}

void RunBuilder::write_lengths(RunWriter& writer) {
  writer.begin_lengths();
  PieceJoiner joiner(kPieceBytes, [&](const ListPiece& piece) { writer.piece(piece); });
  std::string one;
  for (std::uint32_t i = 0; i < documents_.size(); ++i) {
    one.clear();
    append_number(one, documents_[i].length);
    joiner.add({i + 1, i + 1, one});
  }
  joiner.finish();
  writer.end_list();
}

void RunBuilder::write_values(RunWriter& writer) {
  writer.begin_values();
  std::string chunk;
  for (const auto& values : values_) {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    for (const Value& value : values) {
      if (chunk.empty())
        first = value.document;
      else
        append_number(chunk, value.document - last - 1);
      glass::append_text(chunk, std::string_view(kept_).substr(value.begin, value.size));
      last = value.document;
      if (chunk.size() < kValueChunkBytes) continue;
      writer.values(first, chunk);
      chunk.clear();
    }
    if (!chunk.empty()) writer.values(first, chunk);
    chunk.clear();
    writer.end_slot();
  }
}

void RunBuilder::write_entries(RunWriter& writer) {
  writer.begin_entries();
  for (const Document& document : documents_)
    writer.entry({std::string_view(kept_).substr(document.data, document.data_size), document.id,
                  document.path, document.place});
  writer.begin_ids();
  for (const Document& document : documents_) writer.id(hash_id(document.id));
}

}  // namespace vankien
