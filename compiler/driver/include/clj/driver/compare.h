// cljvm --compare: one program on both evaluators.
#pragma once
#include <string>
#include <vector>

namespace clj::driver {

// Runs this executable twice with the given arguments, once per backend, and prints the first
// line in which standard output, standard error or the exit status differ. Standard input is
// read once and given to both. Returns 0 when they agree (after passing the output on), else 1.
int compare_backends(const std::vector<std::string>& args);

}  // namespace clj::driver
