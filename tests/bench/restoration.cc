// How well the archive's own bigrams put marks back: an archive is built from four fifths of the documents by the real
// indexer, the sentences of the last fifth lose their marks and get them back.

#include "searchd/search/spelling/restoration.h"

#include <fmt/format.h>
#include <unistd.h>
#include <xapian.h>
#include <zlib.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "analyzers/analyzer.h"
#include "analyzers/letters.h"
#include "analyzers/mapped_text.h"
#include "analyzers/syllable.h"
#include "searchd/search/archive/archive.h"
#include "searchd/search/archive/snapshot.h"

namespace {

using namespace vankien;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr const char* kSets[] = {"party", "congbao", "vbhc-2025"};
constexpr std::size_t kHeldBackOneIn = 5;
constexpr std::size_t kMostWords = 30;  // words of one sentence; longer ones are cut

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

// By the id, so that the split is the same everywhere.
bool is_held_back(const std::string& id) {
  return crc32(0, reinterpret_cast<const Bytef*>(id.data()), static_cast<uInt>(id.size())) % kHeldBackOneIn ==
         0;
}

// Runs of words between full stops, colons and blank lines, as somebody would type them.
std::vector<Tokens> sentences_of(const std::string& body) {
  const auto words = analyze_words(body);
  std::vector<Tokens> out(1);
  std::uint32_t last = 0;
  for (const Token& word : words) {
    const std::string_view gap = std::string_view(body).substr(last, word.begin - last);
    if (gap.find_first_of(".;:!?|") != gap.npos || gap.find("\n\n") != gap.npos ||
        out.back().size() == kMostWords)
      out.emplace_back();
    out.back().push_back(word);
    last = word.end;
  }
  std::erase_if(out, [](const Tokens& sentence) { return sentence.size() < 2; });
  return out;
}

Tokens without_marks(const Tokens& words) {
  Tokens bare = words;
  for (Token& word : bare) word.text = bare_form(word.text);
  return bare;
}

bool is_syllable(const Token& word) {
  Syllable syllable;
  return word.kind == TokenKind::kWord && parse_syllable(decode_utf8(word.text).chars, syllable);
}

struct Score {
  std::size_t words = 0, right = 0, sentences = 0, whole = 0;
  std::size_t sure_sentences = 0, sure_whole = 0;

  void add(const Tokens& truth, const Restoration& restored) {
    bool all = true;
    for (std::size_t i = 0; i < truth.size(); ++i) {
      if (!is_syllable(truth[i])) continue;
      const bool same = truth[i].text == restored.words[i];
      ++words;
      right += same ? 1 : 0;
      all = all && same;
    }
    ++sentences;
    whole += all ? 1 : 0;
    if (restored.confidence < 0.9) return;
    ++sure_sentences;
    sure_whole += all ? 1 : 0;
  }
  static double percent(std::size_t part, std::size_t all) {
    return all == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(all);
  }
};

// Each word on its own: what the bigrams are worth.
Restoration most_frequent(const View& view, const Tokens& bare) {
  Restoration out;
  out.confidence = 0;
  for (const Token& word : bare) out.words.push_back(restore_marks(view, {word}).words.front());
  return out;
}

void measure(const View& view, const std::string& name, const std::vector<std::string>& bodies,
             std::size_t every) {
  Score frequent;
  Score restored;
  std::size_t count = 0;
  for (const auto& body : bodies)
    for (const Tokens& sentence : sentences_of(body)) {
      if (++count % every != 0) continue;
      const Tokens bare = without_marks(sentence);
      frequent.add(sentence, most_frequent(view, bare));
      restored.add(sentence, restore_marks(view, bare));
    }
  fmt::print("{:10} {:9} {:9}   {:6.2f} {:6.2f}   {:6.2f} {:6.2f}   {:6.2f} {:6.2f}\n", name, restored.words,
             restored.sentences, Score::percent(frequent.right, frequent.words),
             Score::percent(restored.right, restored.words),
             Score::percent(frequent.whole, frequent.sentences),
             Score::percent(restored.whole, restored.sentences),
             Score::percent(restored.sure_sentences, restored.sentences),
             Score::percent(restored.sure_whole, restored.sure_sentences));
}

// Ten bare words at a time, one of each hundred sentences, each asked once: as a daemon would meet them.
void measure_time(const View& view, const std::vector<std::string>& bodies) {
  std::vector<double> times;
  std::size_t count = 0;
  for (const auto& body : bodies)
    for (const Tokens& sentence : sentences_of(body)) {
      if (sentence.size() < 10 || ++count % 100 != 0) continue;
      const Tokens bare = without_marks({sentence.begin(), sentence.begin() + 10});
      const auto begun = Clock::now();
      restore_marks(view, bare);
      times.push_back(std::chrono::duration<double, std::micro>(Clock::now() - begun).count());
    }
  if (times.empty()) return;
  std::sort(times.begin(), times.end());
  fmt::print("\nµs for a query of 10 words ({} asked): median {:.0f}, 99 of 100 under {:.0f}\n", times.size(),
             times[times.size() / 2], times[times.size() * 99 / 100]);
}

}  // namespace

int main(int argc, char** argv) try {
  CLI::App app(
      "Marks put back on bare text: share of words right, beside the most frequent form of each word.");
  const char* from = std::getenv("VANKIEN_DATA");
  const char* build = std::getenv("VANKIEN_BUILD");
  std::string data = from != nullptr ? from : "";
  std::string home;
  std::size_t every = 1;
  std::string indexer = (fs::path(build != nullptr ? build : "build") / "bin/vankien-indexer").string();
  app.add_option("--data", data, "folder with <set>/docs.jsonl.gz; default $VANKIEN_DATA");
  app.add_option("--home", home, "use or make the archive here and keep it; default a temporary folder");
  app.add_option("--indexer", indexer, "the indexer to build it with");
  app.add_option("--every", every, "ask only every n-th sentence");
  CLI11_PARSE(app, argc, argv);

  const fs::path folder =
      home.empty() ? fs::temp_directory_path() / fmt::format("vankien-bench-{}", getpid()) : fs::path(home);
  fs::create_directories(folder);
  std::map<std::string, std::vector<std::string>> held_back;
  std::vector<std::string> all_held_back;
  std::ofstream learned(folder / "learned.jsonl");
  for (const auto* set : kSets)
    for (const auto& line : read_lines(fs::path(data) / set / "docs.jsonl.gz")) {
      const auto document = nlohmann::json::parse(line);
      if (is_held_back(document.at("id"))) {
        held_back[set].push_back(document.at("body"));
        all_held_back.push_back(document.at("body"));
      } else {
        learned << line << '\n';
      }
    }
  learned.close();
  if (!fs::exists(folder / "home" / "CURRENT")) {
    const std::string command = fmt::format("'{}' reindex '{}' --home '{}' >&2", indexer,
                                            (folder / "learned.jsonl").string(), (folder / "home").string());
    if (std::system(command.c_str()) != 0) throw std::runtime_error("the indexer failed: " + command);
  }
  {
    const Archive archive(folder / "home");
    const auto snapshot = archive.current();
    const auto view = snapshot->view(Grade::kTuyetMat);
    fmt::print("archive: {} documents\n\n", view->database.get_doccount());
    fmt::print("held back                        % of words      % of sentences   confidence ≥ .9:\n");
    fmt::print("set            words sentences   alone bigrams    alone bigrams   share   right\n");
    for (const auto& [set, bodies] : held_back) measure(*view, set, bodies, every);
    measure(*view, "all", all_held_back, every);
    measure_time(*view, all_held_back);
  }
  if (home.empty()) fs::remove_all(folder);
  return 0;
} catch (const std::exception& error) {
  fmt::print(stderr, "restoration: {}\n", error.what());
  return 1;
}
