// Names as the JVM's class files spell them: "a-b?" is "a_b_QMARK_".
#pragma once
#include <string>
#include <string_view>

namespace clj {

std::string munge(std::string_view name);    // clojure.lang.Compiler/munge
std::string demunge(std::string_view name);  // also turns the first $ into /

}  // namespace clj
