#include "searchd/api/checked_json.h"

#include <fmt/format.h>

#include "searchd/api/document_name_json.h"
#include "searchd/search/citations/citation_line.h"

namespace vankien::api {
namespace {

using Json = nlohmann::ordered_json;

Json named(const DocumentName& name) {
  Json json = api::to_json(name);
  json["reference"] = citation_reference(name);
  json["citation"] = citation_line(name);
  return json;
}

Json replacement_of(const CitedPaper& paper) {
  return paper.status.newest ? named(*paper.status.newest) : Json(nullptr);
}

Json to_json(const CitedPaper& paper) {
  Json json = named(paper.name);
  json["status"] = status_name(paper.status.status);
  json["replacement"] = replacement_of(paper);
  return json;
}

std::string message_of(const CitationProblem& problem) {
  switch (problem.problem) {
    case Problem::kNotInArchive:
      return "The archive has no such document that you may see.";
    case Problem::kAmbiguous:
      return problem.said.empty()
                 ? "Meetings of several terms may be meant, or several documents of one; the term, a date or "
                   "the symbol would tell."
                 : "Several documents bear this symbol; a date or an issuer would tell them apart.";
    case Problem::kWrongDate:
      return fmt::format("The document's date is {}.", problem.archive);
    case Problem::kWrongIssuer:
      return fmt::format("The document was issued by {}.", problem.archive);
    case Problem::kWrongType:
      return fmt::format("The document's type is {}.", problem.archive);
    case Problem::kReplaced:
      return fmt::format("Replaced by {}.", problem.archive);
    case Problem::kRepealed:
      return fmt::format("Repealed by {}.", problem.archive);
    case Problem::kExpired:
      return fmt::format("No longer in force, by {}.", problem.archive);
    case Problem::kAmended:
      return fmt::format("Amended by {}.", problem.archive);
    case Problem::kNotYetIssued:
      return fmt::format("Issued on {}, after the draft.", problem.archive);
    case Problem::kMalformedSymbol:
      return fmt::format("By the rules the symbol is written {}.", problem.archive);
  }
  return "";
}

Json to_json(const CitationProblem& problem) {
  Json json = {{"code", name_of(problem.problem)}, {"message", message_of(problem)}};
  if (!problem.said.empty()) json["said"] = problem.said;
  if (!problem.archive.empty()) json["archive"] = problem.archive;
  return json;
}

}  // namespace

Json checked_json(const CheckedCitation& checked) {
  Json json = {{"found", checked.found}, {"documents", Json::array()}, {"totalDocuments", checked.total}};
  for (const CitedPaper& paper : checked.papers) json["documents"].push_back(to_json(paper));
  json["status"] = checked.found ? Json(status_name(checked.papers.front().status.status)) : Json(nullptr);
  json["replacement"] = checked.found ? replacement_of(checked.papers.front()) : Json(nullptr);
  json["citation"] = checked.found ? Json(citation_line(checked.papers.front().name)) : Json(nullptr);
  json["problems"] = Json::array();
  for (const CitationProblem& problem : checked.problems) json["problems"].push_back(to_json(problem));
  return json;
}

}  // namespace vankien::api
