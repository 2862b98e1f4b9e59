#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// What the peers written in C++ share: how documents and questions are read, and how an answer is timed.
///   bench_peer_X index FOLDER DOCS          an index of these documents
///   bench_peer_X ask FOLDER                 a question a line of stdin, an answer a line of stdout, until the end of stdin
///   bench_peer_X change FOLDER DOCS COUNT   for each of the first COUNT documents, changed, the milliseconds until a reader sees it
namespace vankien::bench {

/// The five attributes that are counted and filtered by.
inline constexpr std::array<const char*, 5> kFacets = {"type", "issuer", "year", "month", "level"};
inline constexpr std::size_t kTop = 20;  ///< hits a page, and values a facet

/// A document as documents.mjs writes it.
struct Document {
  std::string id, title, symbol;
  std::array<std::string, 5> facets;  ///< in the order of kFacets, "" = unknown
  std::string text;                   ///< title, symbol, body, a line feed between: all that is searched
};

/// A question as queries.mjs writes it.
struct Question {
  std::string kind;                ///< and | or | phrase | symbol
  std::string text;                ///< as typed
  std::vector<std::string> words;  ///< of it, without marks, in small letters
  std::string filter, value;       ///< one of kFacets and its value; empty = none
  bool facets = false;             ///< all five, over all that matches
  std::size_t offset = 0;
};

struct Answer {
  std::uint64_t total = 0;
  std::size_t hits = 0;
  std::size_t bytes = 0;  ///< of titles, symbols and facet values: looked at, so that nothing is left out
};

inline Document read_document(const std::string& line) {
  const auto record = nlohmann::json::parse(line);
  const auto field = [&](const char* name) { return record.value(name, std::string()); };
  const std::string date = field("date");
  return {field("id"),
          field("title"),
          field("symbol"),
          {field("type"), field("issuer"), date.substr(0, 4), date.substr(0, 7), field("level")},
          field("title") + "\n" + field("symbol") + "\n" + field("body")};
}

/// Calls `take` with each document, at most `count` of them.
inline void read_documents(const std::string& file, const std::function<void(Document&)>& take,
                           std::size_t count = SIZE_MAX) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file);
  for (std::string line; count > 0 && std::getline(in, line); --count) {
    Document document = read_document(line);
    take(document);
  }
}

inline Question read_question(const std::string& line) {
  const auto json = nlohmann::json::parse(line);
  Question question{json.at("kind"),   json.at("text"),  json.at("words"), "", "",
                    json.at("facets"), json.at("offset")};
  for (const auto& [name, value] : json.at("filter").items()) {
    question.filter = name;
    question.value = value;
  }
  return question;
}

inline std::string join(const std::vector<std::string>& words, std::string_view between) {
  std::string joined;
  for (const auto& word : words) joined += (joined.empty() ? "" : std::string(between)) + word;
  return joined;
}

/// Microseconds of processor time of this process, all its threads.
inline double cpu_us() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

inline double wall_us() {
  return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

/// Answers each line with: total, hits, microseconds of processor time, microseconds.
inline void answer_all(const std::function<Answer(const Question&)>& ask) {
  for (std::string line; std::getline(std::cin, line);) {
    const Question question = read_question(line);
    const double cpu = cpu_us();
    const double wall = wall_us();
    const Answer answer = ask(question);
    std::cout << answer.total << '\t' << answer.hits << '\t' << cpu_us() - cpu << '\t' << wall_us() - wall
              << '\t' << answer.bytes << std::endl;
  }
}

/// `change` replaces a document by one that has the word `mark` too, durably, and says whether a reader finds that word.
inline void change_all(const std::string& file, std::size_t count,
                       const std::function<bool(Document&, const std::string& mark)>& change) {
  std::size_t number = 0;
  read_documents(
      file,
      [&](Document& document) {
        const std::string mark = "zzmark" + std::to_string(number++);
        document.text += " " + mark;
        const double begun = wall_us();
        if (!change(document, mark)) throw std::runtime_error("a changed document is not seen");
        std::cout << (wall_us() - begun) / 1e3 << std::endl;
      },
      count);
}

/// What a peer can do.
struct Peer {
  std::function<void(const std::string& folder, const std::string& docs)> index;
  std::function<void(const std::string& folder)> ask;
  std::function<void(const std::string& folder, const std::string& docs, std::size_t count)> change;
};

/// main of a peer.
inline int run_peer(int argc, char** argv, const Peer& peer) {
  const std::vector<std::string> args(argv + 1, argv + argc);
  try {
    if (args.size() == 3 && args[0] == "index" && peer.index) return peer.index(args[1], args[2]), 0;
    if (args.size() == 2 && args[0] == "ask" && peer.ask) return peer.ask(args[1]), 0;
    if (args.size() == 4 && args[0] == "change" && peer.change)
      return peer.change(args[1], args[2], std::stoul(args[3])), 0;
    std::cerr << "usage: index FOLDER DOCS | ask FOLDER | change FOLDER DOCS COUNT\n";
  } catch (const std::exception& error) {
    std::cerr << argv[0] << ": " << error.what() << "\n";
  }
  return 1;
}

}  // namespace vankien::bench
