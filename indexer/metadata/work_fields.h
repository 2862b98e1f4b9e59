#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vankien {

/// The fields of work (lĩnh vực) a paper belongs to; often several, none if nothing tells. First what its
/// issuer works on, which tells most, then what words of its title name:
///   Ban Tổ chức Tỉnh ủy …, "về phòng, chống tham nhũng"
///     → {"Tổ chức, cán bộ, đảng viên", "Nội chính, phòng, chống tham nhũng"}
/// The ten names and what falls under each follow the division of work among the Party's advisory bodies.
std::vector<std::string> read_work_fields(std::string_view issuer, std::string_view title);

}  // namespace vankien
