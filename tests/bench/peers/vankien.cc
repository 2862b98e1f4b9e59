// This project's search without a network: the published generation of a home, all grades, as searchd asks it.
#include "analyzers/schema/record.h"
#include "searchd/search/archive/archive.h"
#include "searchd/search/archive/snapshot.h"
#include "searchd/search/searcher.h"
#include "tests/bench/peers/peer.h"

namespace {

using namespace vankien;
using namespace vankien::bench;

SearchQuery make_query(const Question& question) {
  SearchQuery query;
  query.q = question.kind == "phrase" ? "\"" + question.text + "\"" : question.text;
  if (!question.filter.empty())
    query.filter = parse_filter(question.filter + " = \"" + question.value + "\"");
  if (question.facets)
    for (const char* facet : kFacets) query.facets.push_back(parse_attribute(facet).value());
  query.offset = question.offset;
  query.limit = kTop;
  return query;
}

void ask(const std::string& folder) {
  const Archive archive(folder, std::chrono::hours(1));
  const auto snapshot = archive.current();
  answer_all([&](const Question& question) {
    const auto found = search(*snapshot, Grade::kTuyetMat, make_query(question));
    Answer answer{found.total, found.hits.size()};
    for (const Hit& hit : found.hits) answer.bytes += stored_fields(hit.stored).size();
    for (const auto& [facet, counts] : found.facets)
      for (std::size_t i = 0; i < std::min(kTop, counts.values.size()); ++i)
        answer.bytes += counts.values[i].value.size();
    return answer;
  });
}

}  // namespace

int main(int argc, char** argv) { return run_peer(argc, argv, {{}, ask, {}}); }
