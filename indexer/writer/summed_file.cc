#include "indexer/writer/summed_file.h"

namespace vankien {

void SummedFile::hand_over() {
  if (written_.valid()) written_.get();
  on_its_way_.swap(waiting_);
  waiting_.clear();
  written_ = std::async(std::launch::async, [this] {
    file_.write(on_its_way_);
    sum_.add(on_its_way_);
  });
}

Manifest::File SummedFile::close() {
  if (written_.valid()) written_.get();
  file_.write(waiting_);
  sum_.add(waiting_);
  file_.close();
  return {file_.size(), sum_.finish(), {}};
}

}  // namespace vankien
