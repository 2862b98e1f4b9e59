// 20 marked snippets a page from bodies of 10 kB: ours beside Xapian's MSet::snippet on the same bodies, processor time of the
// snippets alone.
//   bench_peer_snippets HOME XAPIAN_DATABASE < QUESTIONS     prints: questions, bodies, milliseconds a page ours, Xapian's
#include <xapian.h>

#include <algorithm>

#include "analyzers/letters.h"
#include "analyzers/schema/record.h"
#include "searchd/search/archive/archive.h"
#include "searchd/search/archive/snapshot.h"
#include "searchd/search/passages/passages.h"
#include "searchd/search/searcher.h"
#include "tests/bench/peers/peer.h"

namespace {

using namespace vankien;
using namespace vankien::bench;

constexpr std::size_t kBodyBytes = 10'000;
constexpr std::size_t kWords = 35;    // of a snippet
constexpr std::size_t kLength = 210;  // the same in bytes
constexpr int kRounds = 5;

struct Page {
  Question question;
  SearchResult found;
  std::vector<std::string> bodies, folded;  ///< folded: what the database of the peer was made of
};

Page make_page(const Snapshot& snapshot, const Question& question) {
  SearchQuery query;
  query.q = question.kind == "phrase" ? "\"" + question.text + "\"" : question.text;
  query.limit = kTop;
  query.weigh_terms = true;
  Page page{question, search(snapshot, Grade::kTuyetMat, query), {}, {}};
  const auto& hits = page.found.hits;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    std::string body = stored_body(hits[i].stored);
    for (std::size_t k = 1; body.size() < kBodyBytes && k < hits.size(); ++k)
      body.append("\n").append(stored_body(hits[(i + k) % hits.size()].stored));
    page.folded.push_back(bare_form(body));
    page.bodies.push_back(std::move(body));
  }
  return page;
}

std::size_t ours(const Page& page) {
  const Matcher matcher(page.found.terms);
  std::size_t marks = 0;
  for (const auto& body : page.bodies) {
    const auto matches = matcher.match(body);
    const auto window = crop_around(body, matches, kWords).window;
    for (const auto& match : matches.matches)
      marks += match.span.begin >= window.begin && match.span.end <= window.end ? 1 : 0;
  }
  return marks;
}

std::size_t peers(const Page& page, const Xapian::MSet& found) {
  std::size_t bytes = 0;
  for (const auto& body : page.folded) bytes += found.snippet(body, kLength).size();
  return bytes;
}

double median(std::vector<double> times) {
  std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2), times.end());
  return times[times.size() / 2];
}

void measure(const std::string& home, const std::string& folder) {
  const Archive archive(home, std::chrono::hours(1));
  const auto snapshot = archive.current();
  Xapian::Database database(folder);
  Xapian::QueryParser parser;
  std::vector<double> our_times, their_times;
  std::size_t pages = 0, bodies = 0, quoted = 0;
  for (std::string line; std::getline(std::cin, line);) {
    const Page page = make_page(*snapshot, read_question(line));
    if (page.bodies.empty()) continue;
    parser.set_default_op(Xapian::Query::OP_AND);
    Xapian::Enquire enquire(database);
    enquire.set_query(parser.parse_query(join(page.question.words, " ")));
    const auto found = enquire.get_mset(0, kTop);
    ++pages;
    bodies += page.bodies.size();
    for (int round = 0; round < kRounds; ++round) {
      const double begin = cpu_us();
      quoted += ours(page);
      const double middle = cpu_us();
      quoted += peers(page, found);
      our_times.push_back((middle - begin) / 1e3);
      their_times.push_back((cpu_us() - middle) / 1e3);
    }
  }
  if (pages == 0 || quoted == 0) throw std::runtime_error("nothing was quoted");
  std::cout << pages << '\t' << bodies << '\t' << median(our_times) << '\t' << median(their_times)
            << std::endl;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc == 3) return measure(argv[1], argv[2]), 0;
    std::cerr << "usage: bench_peer_snippets HOME XAPIAN_DATABASE < QUESTIONS\n";
  } catch (const Xapian::Error& error) {
    std::cerr << error.get_description() << "\n";
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
  }
  return 1;
}
