// The chain beside the same work done with ICU: NFC, fold, word BreakIterator. CPU time of one thread, median of rounds that
// take turns, so that the machine's mood meets both.
#include <fmt/format.h>
#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <zlib.h>

#include <algorithm>
#include <ctime>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "analyzers/analyzer.h"

namespace {

constexpr int kRounds = 7;

struct Tally {
  std::size_t tokens = 0;
  std::size_t letters = 0;  // read from each token, so that none is made in vain
};

std::string read_lines(const std::string& path) {  // gzread reads plain files, too
  std::string all;
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return all;
  std::vector<char> buffer(1 << 20);
  for (int got = 0; (got = gzread(file, buffer.data(), static_cast<unsigned>(buffer.size()))) > 0;)
    all.append(buffer.data(), static_cast<std::size_t>(got));
  gzclose(file);
  return all;
}

std::vector<std::string> read_bodies(const std::string& path) {
  std::vector<std::string> bodies;
  const std::string all = read_lines(path);
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    const auto line = nlohmann::json::parse(all.begin() + static_cast<std::ptrdiff_t>(begin),
                                            all.begin() + static_cast<std::ptrdiff_t>(end), nullptr, false);
    for (const char* name : {"body", "text", "content"})
      if (line.is_object() && line.contains(name) && line[name].is_string()) bodies.push_back(line[name]);
    begin = end + 1;
  }
  return bodies;
}

Tally ours(const std::vector<std::string>& bodies) {
  Tally tally;
  for (const auto& body : bodies)
    vankien::analyze(body, [&](const vankien::TokenView& token) {
      ++tally.tokens;
      tally.letters += static_cast<unsigned char>(token.text.back());
    });
  return tally;
}

Tally icu_words(const std::vector<std::string>& bodies) {
  Tally tally;
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale("vi"), status));
  std::string token;
  for (const auto& body : bodies) {
    icu::UnicodeString text = icu::UnicodeString::fromUTF8(body);
    if (!nfc->isNormalized(text, status)) text = nfc->normalize(text, status);
    text.foldCase();
    words->setText(text);
    for (std::int32_t begin = words->first(), end = words->next(); end != icu::BreakIterator::DONE;
         begin = end, end = words->next()) {
      if (words->getRuleStatus() < UBRK_WORD_NUMBER) continue;
      token.clear();
      text.tempSubStringBetween(begin, end).toUTF8String(token);
      ++tally.tokens;
      tally.letters += static_cast<unsigned char>(token.back());
    }
  }
  if (U_FAILURE(status)) fmt::print(stderr, "ICU: {}\n", u_errorName(status));
  return tally;
}

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

template <class Work>
double time_of(Work work, Tally& tally) {
  const double begin = cpu_seconds();
  tally = work();
  return cpu_seconds() - begin;
}

void measure(const std::string& path) {
  const auto bodies = read_bodies(path);
  std::size_t bytes = 0;
  for (const auto& body : bodies) bytes += body.size();
  if (bytes == 0) {
    fmt::print("{}: no texts\n", path);
    return;
  }
  Tally our_tally;
  Tally icu_tally;
  const double cold = time_of([&] { return ours(bodies); }, our_tally);
  std::vector<double> our_times;
  std::vector<double> icu_times;
  for (int round = 0; round < kRounds; ++round) {
    our_times.push_back(time_of([&] { return ours(bodies); }, our_tally));
    icu_times.push_back(time_of([&] { return icu_words(bodies); }, icu_tally));
  }
  std::sort(our_times.begin(), our_times.end());
  std::sort(icu_times.begin(), icu_times.end());
  const double megabytes = static_cast<double>(bytes) / 1e6;
  const double our_rate = megabytes / our_times[kRounds / 2];
  const double icu_rate = megabytes / icu_times[kRounds / 2];
  fmt::print("{}: {} texts, {:.1f} MB, {} tokens (ICU {} words)\n", path, bodies.size(), megabytes,
             our_tally.tokens, icu_tally.tokens);
  fmt::print("  chain  {:6.1f} MB/s    first round {:.1f} MB/s\n", our_rate, megabytes / cold);
  fmt::print("  ICU    {:6.1f} MB/s\n  ratio  {:6.2f}\n", icu_rate, our_rate / icu_rate);
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.empty() || arguments[0] == "--help" || (arguments[0] == "--data" && arguments.size() < 2)) {
    fmt::print("usage: scripts/bench text [FILE.jsonl[.gz]… | --data DIR]\n");
    return arguments.empty() || arguments[0] != "--help" ? 2 : 0;
  }
  if (arguments[0] == "--data")
    for (const char* set : {"vbhc-2025", "congbao"}) measure(arguments[1] + "/" + set + "/docs.jsonl.gz");
  else
    for (const auto& path : arguments) measure(path);
}
