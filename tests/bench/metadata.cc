// Symbol, type, issuer, date and title of real documents: what people gave for them is hidden, read from the text by
// the real indexer, and compared. Beside it naive rules on the same text.

#include <fmt/format.h>
#include <zlib.h>

#include <CLI/CLI.hpp>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "analyzers/schema/document_type.h"
#include "analyzers/schema/symbol.h"
#include "indexer/extract/child.h"
#include "indexer/pipeline/read_document.h"
#include "tests/bench/metadata_truth.h"

namespace {

using namespace vankien;
using namespace vankien::bench;
namespace fs = std::filesystem;

constexpr std::array kFields = {"symbol", "date", "type", "issuer", "title"};
constexpr std::size_t kHeadLines = 15;
using Values = std::map<std::string, std::string>;  // field → value; none or empty = not known

struct Document {
  std::string id;
  Values given;
  Record record;  // as read, without a given field
};

std::vector<std::string> read_lines(const fs::path& path) {
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) throw std::runtime_error("cannot open " + path.string());
  std::string text;
  std::vector<char> buffer(1 << 20);
  for (int got = 0; (got = gzread(file, buffer.data(), static_cast<unsigned>(buffer.size()))) > 0;)
    text.append(buffer.data(), static_cast<std::size_t>(got));
  gzclose(file);
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// As TCVN3 leaves a paper: its capital fonts only drew capitals, so words that had nothing else come out small. Lines
// with a number keep their symbols: those were typed in the text's own font.
std::string lose_capitals(const std::string& body) {
  std::string out;
  std::istringstream stream(body);
  std::size_t count = 0;
  for (std::string line; std::getline(stream, line); out += line + "\n") {
    if (++count > kHeadLines || line.find('/') != line.npos) continue;
    std::u32string letters = decode_utf8(line).chars;
    for (std::size_t begin = 0, end = 0; begin < letters.size(); begin = end + 1) {
      end = std::min(letters.find(U' ', begin), letters.size());
      const auto from = letters.begin() + static_cast<std::ptrdiff_t>(begin);
      const auto to = letters.begin() + static_cast<std::ptrdiff_t>(end);
      if (std::all_of(from, to, [](char32_t c) { return capital_letter(c) == c; }))
        std::transform(from, to, from, fold_letter);
    }
    line = encode_utf8(letters);
  }
  return out;
}

std::vector<Document> read_records(const fs::path& file, bool capitals_lost) {
  std::vector<Document> documents;
  for (const auto& line : read_lines(file)) {
    const auto json = nlohmann::json::parse(line);
    Document document;
    document.id = json.at("id");
    for (const auto* field : kFields)
      if (json.contains(field) && json[field].is_string()) document.given[field] = json[field];
    // Some sources name the act that a consolidated text consolidates; its own symbol says what it is.
    if (document.given["symbol"].find("VBHN") != std::string::npos)
      document.given["type"] = "Văn bản hợp nhất";
    std::erase_if(document.given, [](const auto& value) { return value.second.empty(); });
    const std::string body = json.at("body");
    const nlohmann::json hidden = {{"id", document.id}, {"body", capitals_lost ? lose_capitals(body) : body}};
    document.record = read_json_line(hidden.dump(), {}).record;
    documents.push_back(std::move(document));
  }
  return documents;
}

std::vector<std::string> split(const std::string& line, char by) {
  std::vector<std::string> cells;
  std::istringstream stream(line);
  for (std::string cell; std::getline(stream, cell, by);) cells.push_back(cell);
  return cells;
}

std::vector<Document> read_originals(const fs::path& folder, const fs::path& indexer) {
  std::vector<Document> documents;
  std::ifstream manifest(folder / "manifest.tsv");
  std::string line;
  std::getline(manifest, line);
  const auto names = split(line, '\t');
  while (std::getline(manifest, line)) {
    const auto cells = split(line, '\t');
    Document document;
    document.id = cells.at(0);
    for (std::size_t i = 0; i < cells.size(); ++i)
      for (const std::string field : kFields)
        if (names.at(i) == field && !cells[i].empty()) document.given[field] = cells[i];
    SourceFile file;
    file.file = folder / cells[0];
    file.path = cells[0];
    try {
      document.record =
          make_document(extract_in_child(extract_program(indexer), file.file, {}), {}, file).record;
      documents.push_back(std::move(document));
    } catch (const ExtractError& error) {
      fmt::print(stderr, "{} gives no text and is left out: {}\n", cells[0], error.code());
    }
  }
  return documents;
}

Values values_of(const Record& record) {
  return {{"symbol", record.symbol},
          {"date", record.date},
          {"type", record.type},
          {"issuer", record.issuer},
          {"title", record.title}};
}

// What somebody would write in an afternoon: the first symbol and its letters' type, the first whole date, the
// first line in capitals, the second one.
Values read_naively(const Record& record) {
  const std::string body = join_pages(record.pages);
  Values read;
  MappedText text = decode_utf8(body);
  to_nfc(text);
  if (const auto symbols = find_symbols(text); !symbols.empty()) {
    read["symbol"] = symbols[0].symbol.canonical();
    if (const auto* type = type_of_abbreviation(symbols[0].symbol.type, symbols[0].symbol.system))
      read["type"] = type->name;
  }
  for (const FoundDate& found : find_dates(fold_text(body)))
    if (found.date.day != 0) {
      read["date"] = found.date.iso();
      break;
    }
  std::istringstream stream(body);
  for (std::string line; std::getline(stream, line) && read["title"].empty();) {
    bool letters = false;
    bool small = false;
    for (const char32_t c : decode_utf8(line).chars) {
      letters = letters || is_letter(c);
      small = small || (is_letter(c) && capital_letter(c) != c);
    }
    if (letters && !small) read[read["issuer"].empty() ? "issuer" : "title"] = line;
  }
  return read;
}

bool same(const std::string& field, const std::string& given, const std::string& read) {
  if (field == "symbol") return same_symbol(given, read);
  if (field == "issuer") return same_issuer(given, read);
  if (field == "title") return same_title(given, read);
  if (field == "type") return squeeze(given) == squeeze(read);
  return given == read;
}

// Annexes and forms are given the fields of the act they belong to.
bool is_annex(const Values& given) {
  const auto type = given.find("type");
  return type != given.end() && (type->second == "Phụ lục" || type->second == "Mẫu");
}

// Nothing is asked of a text whose letterhead is lost: the given symbol stands nowhere in its beginning, or none is
// given and there is no national heading.
bool shows(const Shown& shown, const std::string& field, const Values& given) {
  if (is_annex(given)) return false;
  const auto symbol = given.find("symbol");
  const bool head = symbol == given.end() ? shown.heading : shows_symbol(shown, symbol->second);
  if (!head) return false;
  const std::string& value = given.at(field);
  if (field == "symbol") return true;
  const std::string own = symbol == given.end() ? "" : symbol->second;
  if (field == "date") return shows_date(shown, value, own);
  if (field == "type") return shows_type(shown, value);
  if (field == "issuer") return shows_issuer(shown, value);
  return shows_title(shown, value);
}

struct Count {
  std::size_t shown = 0, read = 0, right = 0;
  std::size_t hidden = 0, hidden_read = 0;    // given, but not in the text; of these read all the same
  std::size_t unknown = 0, unknown_read = 0;  // not given; of these read

  double precision() const { return read == 0 ? 0 : static_cast<double>(right) / static_cast<double>(read); }
  double recall() const { return shown == 0 ? 0 : static_cast<double>(right) / static_cast<double>(shown); }
};

using Counts = std::map<std::string, Count>;

void add(const Document& document, const Shown& shown, const Values& read, Counts& counts,
         std::ostream* errors) {
  for (const std::string field : kFields) {
    Count& count = counts[field];
    const auto found = read.find(field);
    const std::string value = found == read.end() ? std::string() : found->second;
    const auto given = document.given.find(field);
    const char* wrong = nullptr;
    if (given == document.given.end()) {
      ++count.unknown;
      count.unknown_read += value.empty() ? 0 : 1;
      if (!value.empty()) wrong = "not given";
    } else if (!shows(shown, field, document.given)) {
      ++count.hidden;
      count.hidden_read += value.empty() ? 0 : 1;
      if (!value.empty() && !same(field, given->second, value)) wrong = "not in the text";
    } else {
      ++count.shown;
      count.read += value.empty() ? 0 : 1;
      const bool right = !value.empty() && same(field, given->second, value);
      count.right += right ? 1 : 0;
      if (!right) wrong = value.empty() ? "missed" : "wrong";
    }
    if (wrong != nullptr && errors != nullptr)
      *errors << fmt::format("{}\t{}\t{}\t{}\t{}\n", field, wrong, document.id,
                             given == document.given.end() ? "" : given->second, value);
  }
}

void measure(const std::string& set, const std::vector<Document>& documents, std::ostream* errors) {
  Counts ours;
  Counts naive;
  for (const Document& document : documents) {
    const Shown shown = show(document.record.pages);
    add(document, shown, values_of(document.record), ours, errors);
    add(document, shown, read_naively(document.record), naive, nullptr);
  }
  for (const auto* field : kFields) {
    const Count& our = ours[field];
    const Count& peer = naive[field];
    fmt::print("{:10} {:7} {:6} {:10.3f} {:7.3f}  {:10.3f} {:7.3f} {:9} {:5} {:9} {:5}\n", set, field,
               our.shown, our.precision(), our.recall(), peer.precision(), peer.recall(), our.hidden,
               our.hidden_read, our.unknown, our.unknown_read);
  }
}

}  // namespace

int main(int argc, char** argv) try {
  CLI::App app(
      "Fields read from real documents against those given for them: precision and recall, beside naive "
      "rules.");
  const char* from = std::getenv("VANKIEN_DATA");
  const char* build = std::getenv("VANKIEN_BUILD");
  std::string data = from != nullptr ? from : "";
  std::string errors_file;
  std::string indexer = (fs::path(build != nullptr ? build : "build") / "bin/vankien-indexer").string();
  std::vector<std::string> sets = {"party", "vbhc-2025", "congbao", "originals"};
  app.add_option("--data", data, "folder with <set>/docs.jsonl.gz and originals; default $VANKIEN_DATA");
  app.add_option("--sets", sets, "which of them");
  app.add_option("--errors", errors_file, "list here what was wrong or missed: field, how, id, given, read");
  app.add_option("--indexer", indexer, "the indexer that reads the originals");
  bool capitals_lost = false;
  app.add_flag("--small-letters", capitals_lost,
               "heads in small letters, as TCVN3's capital fonts leave them");
  CLI11_PARSE(app, argc, argv);

  std::ofstream errors;
  if (!errors_file.empty()) errors.open(errors_file);
  fmt::print("                   in the       as read here        naive rules   not in        not given\n");
  fmt::print(
      "set        field     text  precision  recall   precision  recall the text  read           read\n");
  for (const auto& set : sets) {
    const fs::path folder = fs::path(data) / set;
    const auto documents = set == "originals" ? read_originals(folder, indexer)
                                              : read_records(folder / "docs.jsonl.gz", capitals_lost);
    measure(set, documents, errors.is_open() ? &errors : nullptr);
  }
  return 0;
} catch (const std::exception& error) {
  fmt::print(stderr, "metadata: {}\n", error.what());
  return 1;
}
