// What a Maven POM file says about dependencies.
#pragma once
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace clj::driver {

struct MavenArtifact {
  std::string group, name, version;
  std::set<std::string> exclusions;  // "group/name", either may be *
  std::string path(const std::string& repository, const std::string& extension) const;
};

// The dependencies that are needed at run time, with properties and versions resolved through
// the parents. Nothing when the POM is not there.
std::vector<MavenArtifact> pom_dependencies(const std::string& repository, const MavenArtifact& artifact);

// < 0, 0 or > 0: versions in Maven's order, by numbers and qualifiers.
int compare_versions(const std::string& a, const std::string& b);

}  // namespace clj::driver
