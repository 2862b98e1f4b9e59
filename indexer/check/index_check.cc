#include "indexer/check/index_check.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "analyzers/analyzer.h"
#include "analyzers/schema/manifest.h"
#include "analyzers/schema/path_term.h"
#include "analyzers/schema/record.h"
#include "analyzers/schema/schema.h"
#include "analyzers/schema/spool.h"
#include "indexer/writer/stored_terms.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

Xapian::Database open_grade(const fs::path& generation, std::string_view grade) {
  return Xapian::Database((generation / grade).string(), Xapian::DB_BACKEND_GLASS);
}

/// How many documents of a file there are, and how many there should be.
class Comparison {
 public:
  void compare(const std::string& term, std::int64_t held, std::int64_t known) {
    if (held < known)
      add(missing_, "missing_document", term,
          fmt::format("the ledger knows {} documents of it, the index holds {}", known, held));
    else if (held > known)
      add(orphans_, "orphan", term,
          known == 0 ? "the index holds documents of it, the ledger does not know it"
                     : fmt::format("the index holds {} documents of it, the ledger knows {}", held, known));
  }

  Findings finish() {
    for (const auto* kind : {&missing_, &orphans_})
      if (kind->size() > kMostFindings)
        findings_.push_back({kind->front(), "-", fmt::format("{} in all", kind->size())});
    return std::move(findings_);
  }

 private:
  using Kind = std::vector<std::string>;

  void add(Kind& kind, const char* code, const std::string& term, std::string text) {
    kind.emplace_back(code);
    if (kind.size() <= kMostFindings)
      findings_.push_back({code, term.substr(prefix::kPath.size()), std::move(text)});
  }

  Findings findings_;
  Kind missing_;
  Kind orphans_;
};

// What was handed over is no file: the ledger does not count it.
bool is_of_file(std::string_view term) { return !is_handed_over_path(term.substr(prefix::kPath.size())); }

// Walks the index's paths beside the ledger's, both in order of their bytes.
void compare_all(const Xapian::Database& index, const std::map<std::string, std::int64_t>& expected,
                 Comparison& comparison) {
  auto term = index.allterms_begin(std::string(prefix::kPath));
  const auto end = index.allterms_end(std::string(prefix::kPath));
  const auto compare_surplus = [&] {
    if (is_of_file(*term)) comparison.compare(*term, term.get_termfreq(), 0);
    ++term;
  };
  for (const auto& [path, documents] : expected) {
    while (term != end && *term < path) compare_surplus();
    const bool is_there = term != end && *term == path;
    comparison.compare(path, is_there ? term.get_termfreq() : 0, documents);
    if (is_there) ++term;
  }
  while (term != end) compare_surplus();
}

std::string first_word(std::string_view text) {
  constexpr std::size_t kEnough = 4000;
  for (const auto& token : analyze_words(text.substr(0, text.find(' ', kEnough))))
    if (token.kind == TokenKind::kWord) return make_term("", token.text);
  return {};
}

std::string probe_document(const Xapian::Database& all, const Xapian::Database& database,
                           Xapian::docid number) {
  const Xapian::Document document = database.get_document(number);
  const DocumentOrigin origin = origin_of(database, number);
  if (origin.id.empty()) return "has no id";
  terms_of(database, number);  // throws if they are not as many as its length says
  const std::string id = make_term(prefix::kId, origin.id);
  // Handed over, a document of another grade may have the same id, and another path.
  const Xapian::Query itself(Xapian::Query::OP_FILTER, Xapian::Query(id),
                             Xapian::Query(path_term(origin.source)));
  Xapian::Enquire by_id(all);
  by_id.set_query(itself);
  if (const auto held = by_id.get_mset(0, 2).size(); held != 1)
    return fmt::format("its id is that of {} documents", held);
  const std::string data = document.get_data();
  const std::string word = first_word(stored_body(data));
  if (word.empty()) return {};
  Xapian::Enquire enquire(all);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, Xapian::Query(word), itself));
  const Xapian::MSet found = enquire.get_mset(0, 2);
  if (found.size() != 1) return "is not found by \"" + word + "\", the first word of its text";
  if (found.begin().get_document().get_data() != data) return "is found as another document";
  return {};
}

}  // namespace

Findings check_documents(const fs::path& generation, Ledger& ledger, Ledger::State state) {
  Xapian::Database all;
  for (const auto grade : kGradeNames) all.add_database(open_grade(generation, grade));
  std::map<std::string, std::int64_t>
      expected;  // the terms of long names stand in another order than the names
  ledger.each_file(state, [&](const std::string& path, std::int64_t documents) {
    expected[path_term(path)] += documents;
  });
  Comparison comparison;
  if (state != Ledger::State::kChanged) {
    compare_all(all, expected, comparison);
  } else {
    for (const auto& [term, documents] : expected)
      if (is_of_file(term)) comparison.compare(term, all.get_termfreq(term), documents);
  }
  return comparison.finish();
}

namespace {

std::set<std::string> handed_over_paths(const fs::path& generation) {
  const std::string all = path_term(std::string(kHandedOverSource) + "/");
  std::set<std::string> paths;
  for (const auto grade : kGradeNames) {
    const auto database = open_grade(generation, grade);
    for (auto term = database.allterms_begin(all); term != database.allterms_end(all); ++term)
      paths.insert((*term).substr(prefix::kPath.size()));
  }
  return paths;
}

void list_paths(const std::set<std::string>& paths, const char* code, const char* text, Findings& findings) {
  std::size_t listed = 0;
  for (const auto& path : paths) {
    if (++listed > kMostFindings) break;
    findings.push_back({code, path, text});
  }
  if (paths.size() > kMostFindings) findings.push_back({code, "-", fmt::format("{} in all", paths.size())});
}

}  // namespace

Findings check_handed_over(const fs::path& generation, HandedOverDocuments& documents, Ledger& ledger) {
  std::set<std::string> refused;  // their ids are others', say: the ledger tells of them
  for (const auto& failure : ledger.failures())
    if (is_handed_over_path(failure.path)) refused.insert(failure.path);
  std::set<std::string> orphans = handed_over_paths(generation);
  std::set<std::string> missing;
  documents.for_each(Grade::kTuyetMat, [&](const HandedOver& document) {
    const std::string path = handed_over_path(document.grade, document.id);
    if (orphans.erase(path) == 0 && !refused.contains(path)) missing.insert(path);
  });
  Findings findings;
  list_paths(missing, "missing_document", "was handed over, and the index does not hold it", findings);
  list_paths(orphans, "orphan", "the index holds it, the list of what was handed over does not", findings);
  return findings;
}

bool holds_handed_over(const fs::path& generation) { return !handed_over_paths(generation).empty(); }

Findings probe(const fs::path& generation, Xapian::docid probes, const std::vector<Grade>& grades) {
  const Manifest manifest = read_manifest(generation);
  Xapian::Database all;
  for (const auto grade : kGradeNames) all.add_database(open_grade(generation, grade));
  Findings findings;
  for (std::size_t i = 0; i < kGradeCount; ++i) {
    const std::string place = generation.filename().string() + "/" + std::string(kGradeNames[i]);
    const auto database = open_grade(generation, kGradeNames[i]);
    const auto count = database.get_doccount();
    if (count != manifest.grades[i].documents)
      findings.push_back(
          {"wrong_count", place,
           fmt::format("holds {} documents, its manifest says {}", count, manifest.grades[i].documents)});
    if (std::find(grades.begin(), grades.end(), static_cast<Grade>(i)) == grades.end()) continue;
    auto id = database.postlist_begin("");
    const auto end = database.postlist_end("");
    for (Xapian::docid n = 0; n < probes && id != end; ++n) {
      id.skip_to(1 + static_cast<Xapian::docid>(std::uint64_t{database.get_lastdocid()} * n / probes));
      if (id == end) break;
      std::string wrong;
      try {
        wrong = probe_document(all, database, *id);
      } catch (const std::runtime_error& error) {
        wrong = error.what();
      }
      if (!wrong.empty()) findings.push_back({"probe", place, fmt::format("document {}: {}", *id, wrong)});
      ++id;
    }
  }
  return findings;
}

}  // namespace vankien
