// The peer of `scripts/bench relevance`: Xapian as it comes, with TermGenerator and QueryParser and all their defaults (no
// stemmer, words joined by OR, BM25).
//
//   bench_plain_xapian index DOCS.jsonl.gz DATABASE   title and body of each record, as given
//   bench_plain_xapian run DATABASE QUERIES RUN       QUERIES: lines id, tab, text; RUN: lines id, tab, milliseconds, then up
//                                                     to 50 document ids, best first, each after a tab

#include <fmt/format.h>
#include <xapian.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

#include "indexer/records/jsonl.h"

namespace {

constexpr Xapian::doccount kHits = 50;

std::string text_of(const nlohmann::json& record, const char* field) {
  const auto value = record.find(field);
  return value != record.end() && value->is_string() ? value->get<std::string>() : std::string();
}

void index(const std::string& docs, const std::string& folder) {
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  const auto add = [&](std::uint64_t, const std::vector<std::string>& lines) {
    for (const auto& line : lines) {
      if (line.find_first_not_of(" \r\n") == std::string::npos) continue;
      const auto record = nlohmann::json::parse(line);
      Xapian::Document document;
      generator.set_document(document);
      generator.set_termpos(0);
      generator.index_text(text_of(record, "title") + "\n" + text_of(record, "body"));
      document.set_data(text_of(record, "id"));
      database.add_document(document);
    }
    return true;
  };
  const auto refuse = [](std::uint64_t number, const std::string& reason) {
    throw std::runtime_error(fmt::format("line {}: {}", number, reason));
  };
  vankien::read_lines(docs, add, refuse);
  database.commit();
}

Xapian::Query parse(Xapian::QueryParser& parser, const std::string& text) {
  try {
    return parser.parse_query(text);
  } catch (const Xapian::QueryParserError&) {  // an operator without its words: then as words alone
    return parser.parse_query(text, 0);
  }
}

void run(const std::string& folder, const std::string& queries, const std::string& out_file) {
  using Clock = std::chrono::steady_clock;
  const Xapian::Database database(folder);
  Xapian::QueryParser parser;
  parser.set_database(database);
  std::ifstream in(queries);
  std::ofstream out(out_file);
  for (std::string line; std::getline(in, line);) {
    const auto tab = line.find('\t');
    if (tab == std::string::npos) throw std::runtime_error("no tab in: " + line);
    const auto begun = Clock::now();
    Xapian::Enquire enquire(database);
    enquire.set_query(parse(parser, line.substr(tab + 1)));
    const auto found = enquire.get_mset(0, kHits);
    std::string ids;
    for (auto hit = found.begin(); hit != found.end(); ++hit) ids += "\t" + hit.get_document().get_data();
    const double milliseconds = std::chrono::duration<double, std::milli>(Clock::now() - begun).count();
    out << fmt::format("{}\t{:.3f}{}\n", line.substr(0, tab), milliseconds, ids);
  }
  if (!out.flush()) throw std::runtime_error("cannot write " + out_file);
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view what = argc > 1 ? argv[1] : "";
  try {
    if (what == "index" && argc == 4) return index(argv[2], argv[3]), 0;
    if (what == "run" && argc == 5) return run(argv[2], argv[3], argv[4]), 0;
    fmt::print(stderr, "usage: bench_plain_xapian index DOCS DATABASE | run DATABASE QUERIES RUN\n");
  } catch (const Xapian::Error& error) {
    fmt::print(stderr, "bench_plain_xapian: {}\n", error.get_description());
  } catch (const std::exception& error) {
    fmt::print(stderr, "bench_plain_xapian: {}\n", error.what());
  }
  return 1;
}
