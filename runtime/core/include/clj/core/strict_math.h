// java.lang.StrictMath's elementary functions, to the last bit; Math's too, where HotSpot has no code of its own.
//
// StrictMath is specified as giving what the library fdlibm gives. The functions here do its operations in its order, since
// the order decides the last bit: its argument reductions, its polynomials (the minimax coefficients that its authors
// published) and its way of putting a result together from two parts. The branches that only raise flags are left out.
//
// Threads  Pure functions.
// Errors   None: NaN and infinities as IEEE 754 and Java say.
// Design   docs/numbers.md
#pragma once

namespace clj::strict_math {

double exp(double x);
double expm1(double x);
double sinh(double x);
double cosh(double x);
double tanh(double x);

double log(double x);
double log1p(double x);
double log10(double x);

double pow(double base, double exponent);
double cbrt(double x);
double hypot(double x, double y);

double sin(double x);
double cos(double x);
double tan(double x);

double asin(double x);
double acos(double x);
double atan(double x);
double atan2(double y, double x);

}  // namespace clj::strict_math
