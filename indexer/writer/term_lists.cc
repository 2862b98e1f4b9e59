#include "indexer/writer/term_lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>

#include "indexer/writer/glass/pack.h"
#include "indexer/writer/output_file.h"
#include "indexer/writer/version_file.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

using glass::append_number;

// The file of that name may be another database's too: it gets a name of its own.
fs::path without_file(fs::path file) {
  fs::remove(file);
  return file;
}

void set_term_lists(const fs::path& database, const TableRoot& lists) {
  const fs::path file = database / kVersionFile;
  std::ifstream in(file, std::ios::binary);
  const std::string known{std::istreambuf_iterator<char>(in), {}};
  const auto changed = with_term_lists(known, lists);
  if (!changed) throw std::runtime_error(fmt::format("{}: is of no known format", file.string()));
  OutputFile out(file);
  out.write(*changed);
  out.close();
}

// Xapian 1.4.22, backends/glass/glass_termlisttable.cc: length of the document, terms, then of each how much it shares with
// the one before, the rest, and how often; sharing and count go into one byte where they fit.
std::string pack_terms(const TermCounts& terms) {
  std::string list;
  if (terms.empty()) return list;
  std::uint64_t length = 0;
  for (const auto& [term, times] : terms) length += times;
  append_number(list, length);
  append_number(list, terms.size());
  std::string_view last;
  for (const auto& [term, times] : terms) {
    const bool is_first = last.empty();
    const auto differs = std::mismatch(term.begin(), term.end(), last.begin(), last.end()).first;
    const auto shared = static_cast<std::size_t>(differs - term.begin());
    const std::uint64_t both = (std::uint64_t{times} + 1) * (last.size() + 1) + shared;
    const bool fits = !is_first && times < 127 && both < 256;
    if (!is_first) list += static_cast<char>(fits ? both : shared);
    list += static_cast<char>(term.size() - shared);
    list += term.substr(shared);
    if (!fits) append_number(list, times);
    last = term;
  }
  return list;
}

// How many slots are left out before each.
std::string pack_slots(const std::vector<Xapian::valueno>& slots) {
  std::string packed;
  Xapian::valueno next = 0;
  for (const Xapian::valueno slot : slots) {
    append_number(packed, slot - next);
    next = slot + 1;
  }
  return packed;
}

}  // namespace

TermLists::TermLists(fs::path database)
    : database_(std::move(database)), table_(without_file(database_ / kTables[kTermLists])) {}

void TermLists::add(Xapian::docid id, const TermCounts& terms, const std::vector<Xapian::valueno>& slots) {
  std::string key;
  glass::append_sortable(key, id);
  table_.add(key, pack_terms(terms));
  if (slots.empty()) return;
  key += '\0';
  table_.add(key, pack_slots(slots));
}

void TermLists::finish() { set_term_lists(database_, table_.finish()); }

void drop_term_lists(const fs::path& database) {
  const fs::path file = database / kTables[kTermLists];
  if (!fs::exists(file)) return;
  set_term_lists(database, {});
  fs::remove(file);
}

}  // namespace vankien
