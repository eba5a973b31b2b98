/** result[r] = Σ_c matrix[r, c] vector[c], the matrix row-major. */
export function timesVector(matrix: Float64Array, vector: Float64Array): Float64Array {
  const columns = vector.length;
  const rows = matrix.length / columns;
  const result = new Float64Array(rows);
  for (let r = 0, at = 0; r < rows; r++) {
    let total = 0;
    for (let c = 0; c < columns; c++) total += matrix[at++]! * vector[c]!;
    result[r] = total;
  }
  return result;
}

/** result[c] = Σ_r vector[r] matrix[r, c], the matrix row-major. */
export function vectorTimes(vector: Float64Array, matrix: Float64Array): Float64Array {
  const rows = vector.length;
  const columns = matrix.length / rows;
  const result = new Float64Array(columns);
  for (let r = 0, at = 0; r < rows; r++) {
    const factor = vector[r]!;
    for (let c = 0; c < columns; c++) result[c]! += factor * matrix[at++]!;
  }
  return result;
}
