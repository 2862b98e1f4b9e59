#include "indexer/handover/take_in.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <thread>
#include <unordered_map>
#include <variant>
#include <vector>

namespace vankien {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kShownErrors = 100;

struct DocumentError {
  std::size_t position;  ///< in the request, from 0
  std::string id;
  HandoverError error;
};

/// A document of a task on its way: as it was brought, then with what was there before, then read.
struct Brought {
  std::size_t position = 0;
  std::string id;
  ordered_json fields;
  std::optional<HandedOver> before;  ///< what it is merged with
  std::variant<std::monostate, GradedDocument, HandoverError> graded;
};

ordered_json show_error(const std::string& code, const std::string& message,
                        const char* type = "invalid_request") {
  return {{"message", message}, {"code", code}, {"type", type}, {"link", "API.md#error-codes"}};
}

ordered_json fail(ordered_json outcome, ordered_json error) {
  outcome["status"] = "failed";
  auto& details = outcome["details"];
  for (const char* count : {"indexedDocuments", "deletedDocuments"})
    if (details.contains(count)) details[count] = 0;
  outcome["error"] = std::move(error);
  return outcome;
}

ordered_json fail(ordered_json outcome, const std::vector<DocumentError>& errors) {
  const HandoverError& first = errors.front().error;
  std::string message = first.what();
  if (errors.size() > 1)
    message += fmt::format(" {} more documents are wrong, see `details.errors`.", errors.size() - 1);
  auto& shown = outcome["details"]["errors"] = ordered_json::array();
  for (std::size_t i = 0; i < errors.size() && i < kShownErrors; ++i)
    shown.push_back({{"position", errors[i].position},
                     {"id", errors[i].id},
                     {"code", errors[i].error.code()},
                     {"message", errors[i].error.what()}});
  return fail(std::move(outcome),
              show_error(first.code(), message, first.code() == "internal" ? "internal" : "invalid_request"));
}

class Addition {
 public:
  Addition(const Handover& task, HandedOverDocuments& documents, IndexChanges& index)
      : task_(task), documents_(documents), index_(index) {}

  void bring(const std::string& line) {
    const std::size_t position = lines_++;
    std::string id;
    try {
      ordered_json fields = ordered_json::parse(line);
      id = read_handed_over_id(fields);
      if (const auto other = index_.find_other_source(id, task_.clearance()))
        throw HandoverError("document_id_taken",
                            fmt::format("Document `{}`: the id belongs to a document of {}.", id, *other));
      take(position, std::move(id), std::move(fields));
    } catch (const HandoverError& error) {
      errors_.push_back({position, id, error});
    } catch (const ordered_json::exception&) {
      errors_.push_back({position, id, HandoverError("internal", "The document is damaged in the spool.")});
    }
  }

  /// Reads all documents; true if nothing is wrong with any.
  bool read(unsigned workers) {
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
      for (std::size_t i = next++; i < brought_.size(); i = next++) {
        Brought& one = brought_[i];
        try {
          one.graded = grade_document(one.id, one.fields, task_.clearance(), one.before);
        } catch (const HandoverError& error) {
          one.graded = error;
        }
        one.fields = nullptr;
      }
    };
    {
      std::vector<std::jthread> threads;
      for (unsigned i = 1; i < workers && i < brought_.size(); ++i) threads.emplace_back(work);
      work();
    }
    for (const Brought& one : brought_)
      if (const auto* error = std::get_if<HandoverError>(&one.graded))
        errors_.push_back({one.position, one.id, *error});
    std::sort(errors_.begin(), errors_.end(),
              [](const auto& a, const auto& b) { return a.position < b.position; });
    return errors_.empty();
  }

  /// All the documents of an id that the key can see give way: to it they are one.
  void put() {
    for (const Brought& one : brought_) {
      const auto& [document, read] = std::get<GradedDocument>(one.graded);
      for (const HandedOver& old : documents_.find(one.id, task_.clearance())) {
        if (old.grade == document.grade) continue;
        documents_.remove(old.id, old.grade);
        index_.remove(handed_over_path(old.grade, old.id));
      }
      documents_.put(document);
      index_.put(read);
    }
  }

  const std::vector<DocumentError>& errors() const { return errors_; }

 private:
  // An id that comes twice in a task is one document: the later one replaces the earlier or is merged into it.
  void take(std::size_t position, std::string id, ordered_json fields) {
    const bool merges = task_.method == HandoverMethod::kMerge;
    const auto [place, fresh] = places_.emplace(id, brought_.size());
    if (fresh) brought_.push_back({position, std::move(id), ordered_json::object(), std::nullopt, {}});
    Brought& one = brought_[place->second];
    one.position = position;
    if (!merges) {
      one.fields = std::move(fields);
      return;
    }
    if (fresh)
      if (auto known = documents_.find(one.id, task_.clearance()); !known.empty()) {
        one.before = std::move(known.front());
        one.fields = ordered_json::parse(one.before->fields);
      }
    for (auto& [name, value] : fields.items()) one.fields[name] = std::move(value);
  }

  const Handover& task_;
  HandedOverDocuments& documents_;
  IndexChanges& index_;
  std::size_t lines_ = 0;
  std::vector<Brought> brought_;
  std::unordered_map<std::string, std::size_t> places_;
  std::vector<DocumentError> errors_;
};

/// Removes what it was told, up to the task's clearance.
class Removal {
 public:
  Removal(const Handover& task, HandedOverDocuments& documents, IndexChanges& index)
      : task_(task), documents_(documents), index_(index) {}

  // "a", or ["a", "mat"] for that one alone, as a filter chose it. Throws ordered_json::exception.
  void choose(const std::string& line) {
    const auto chosen = ordered_json::parse(line);
    const std::string id = (chosen.is_array() ? chosen.at(0) : chosen).get<std::string>();
    const auto grade = chosen.is_array() ? parse_grade(chosen.at(1).get<std::string>()) : std::nullopt;
    for (const HandedOver& document : documents_.find(id, task_.clearance()))
      if (!grade || *grade == document.grade) chosen_.emplace_back(document.id, document.grade);
  }

  void choose_all() {
    documents_.for_each(task_.clearance(), [&](const HandedOver& document) {
      chosen_.emplace_back(document.id, document.grade);
    });
  }

  std::uint64_t remove() {
    std::uint64_t removed = 0;
    for (const auto& [id, grade] : chosen_) {
      if (!documents_.remove(id, grade)) continue;  // chosen twice
      index_.remove(handed_over_path(grade, id));
      ++removed;
    }
    return removed;
  }

 private:
  const Handover& task_;
  HandedOverDocuments& documents_;
  IndexChanges& index_;
  std::vector<std::pair<std::string, Grade>> chosen_;
};

ordered_json add(const Handover& task, const Inbox& inbox, HandedOverDocuments& documents,
                 IndexChanges& index, unsigned workers, ordered_json outcome) {
  if (!task.primary_key.empty() && task.primary_key != "id")
    return fail(std::move(outcome),
                show_error("index_primary_key_already_exists",
                           fmt::format("Index `{}`: Index already has a primary key: `id`.", task.index)));
  Addition addition(task, documents, index);
  inbox.read_lines(task, [&](const std::string& line) { addition.bring(line); });
  if (!addition.read(workers)) return fail(std::move(outcome), addition.errors());
  addition.put();
  outcome["status"] = "succeeded";
  outcome["details"]["indexedDocuments"] = task.received;
  return outcome;
}

ordered_json remove(const Handover& task, const Inbox& inbox, HandedOverDocuments& documents,
                    IndexChanges& index, ordered_json outcome) {
  Removal removal(task, documents, index);
  try {
    if (task.method == HandoverMethod::kRemoveAll)
      removal.choose_all();
    else
      inbox.read_lines(task, [&](const std::string& line) { removal.choose(line); });
  } catch (const ordered_json::exception&) {
    return fail(std::move(outcome), show_error("internal", "The task is damaged in the spool.", "internal"));
  }
  outcome["status"] = "succeeded";
  outcome["details"]["deletedDocuments"] = removal.remove();
  return outcome;
}

}  // namespace

ordered_json take_in(const WaitingTask& waiting, const Inbox& inbox, HandedOverDocuments& documents,
                     IndexChanges& index, unsigned workers) {
  const Handover& task = waiting.task;
  ordered_json outcome = show_enqueued(task);
  if (!waiting.problem.empty())
    return fail(std::move(outcome), show_error("internal", waiting.problem, "internal"));
  const bool adds = task.method == HandoverMethod::kReplace || task.method == HandoverMethod::kMerge;
  return adds ? add(task, inbox, documents, index, workers, std::move(outcome))
              : remove(task, inbox, documents, index, std::move(outcome));
}

}  // namespace vankien
