export type Scene = 'racks' | 'towers' | 'network' | 'chart' | 'wafer' | 'waves' | 'traces' | 'cells' | 'lenses';

export interface Drawing {
  readonly scene: Scene;
  readonly width: number;
  readonly height: number;
  /** Same seed, same picture. */
  readonly seed: number;
  readonly mediaType: string;
}

/**
 * Draws an illustration in teal, amber and ink and gives it as a data URL. It is sent to a browser page as source text,
 * so it may refer to nothing outside its own body.
 */
export function drawScene({ scene, width, height, seed, mediaType }: Drawing): string {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser gave no canvas.');
  const pen = context;
  // Every scene is drawn on 1200 units of width, so one seed gives one picture in all sizes.
  const scale = width / 1200;
  const high = height / scale;
  pen.scale(scale, scale);

  let state = seed * 2654435761;
  const random = (): number => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0;
    return state / 4294967296;
  };
  const shade = (x0: number, y0: number, x1: number, y1: number, ...colours: readonly string[]): CanvasGradient => {
    const gradient = pen.createLinearGradient(x0, y0, x1, y1);
    colours.forEach((colour, i) => {
      gradient.addColorStop(i / Math.max(1, colours.length - 1), colour);
    });
    return gradient;
  };
  const glow = (x: number, y: number, radius: number, colour: string): void => {
    const gradient = pen.createRadialGradient(x, y, 0, x, y, radius);
    gradient.addColorStop(0, colour);
    // Not `transparent`: that is black without alpha, and it greys the edge.
    gradient.addColorStop(1, colour.replace(/[\d.]+\)$/, '0)'));
    pen.fillStyle = gradient;
    pen.fillRect(x - radius, y - radius, radius * 2, radius * 2);
  };
  const fill = (style: string | CanvasGradient): void => {
    pen.fillStyle = style;
    pen.fillRect(0, 0, 1200, high);
  };

  const scenes: { readonly [name in Scene]: () => void } = {
    // An aisle between two rows of racks, in one-point perspective.
    racks: () => {
      fill(shade(0, 0, 0, high, '#071a20', '#0d3640', '#06151a'));
      const vanishX = 640;
      const vanishY = high * 0.46;
      glow(vanishX, vanishY, 430, 'rgba(246,187,96,0.75)');
      const at = (x: number, y: number, depth: number): readonly [number, number] => [
        vanishX + (x - vanishX) / depth,
        vanishY + (y - vanishY) / depth,
      ];
      for (const side of [-1, 1]) {
        for (let rack = 13; rack >= 0; rack -= 1) {
          const near = 0.72 + rack * 0.34;
          const far = near + 0.31;
          const x = side < 0 ? 60 : 1180;
          const corners = [at(x, -60, near), at(x, -60, far), at(x, high + 40, far), at(x, high + 40, near)];
          pen.beginPath();
          for (const [cornerX, cornerY] of corners) pen.lineTo(cornerX, cornerY);
          pen.closePath();
          const light = Math.min(52, 12 + rack * 4);
          pen.fillStyle = `hsl(190 45% ${light * 0.72}%)`;
          pen.fill();
          for (let unit = 0; unit < 26; unit += 1) {
            const y = -30 + (unit * (high + 50)) / 26;
            const [lampX, lampY] = at(x, y, near + 0.09);
            const [endX, endY] = at(x, y, near + 0.24);
            pen.strokeStyle = `rgba(120,214,206,${0.16 + random() * 0.44})`;
            pen.lineWidth = 5 / near;
            pen.beginPath();
            pen.moveTo(lampX, lampY);
            pen.lineTo(endX, endY);
            pen.stroke();
            if (random() < 0.34) {
              pen.fillStyle = random() < 0.3 ? '#ffc46b' : '#5ff0d8';
              pen.beginPath();
              pen.arc(lampX, lampY, 4.4 / near, 0, Math.PI * 2);
              pen.fill();
            }
          }
        }
      }
      for (let tile = 0; tile < 12; tile += 1) {
        const depth = 0.8 + tile * 0.42;
        const [leftX, y] = at(60, high + 40, depth);
        const [rightX] = at(1180, high + 40, depth);
        pen.strokeStyle = `rgba(255,205,130,${0.42 - tile * 0.028})`;
        pen.lineWidth = 2.4 / depth;
        pen.beginPath();
        pen.moveTo(leftX, y);
        pen.lineTo(rightX, y);
        pen.stroke();
        const [lampX, lampY] = at(520, -70, depth);
        const [lampEndX] = at(760, -70, depth);
        pen.strokeStyle = 'rgba(255,240,214,0.85)';
        pen.lineWidth = 9 / depth;
        pen.beginPath();
        pen.moveTo(lampX, lampY);
        pen.lineTo(lampEndX, lampY);
        pen.stroke();
      }
      glow(vanishX, vanishY, 210, 'rgba(255,226,170,0.55)');
    },
    // Cooling towers against an evening sky.
    towers: () => {
      fill(shade(0, 0, 0, high, '#123a4a', '#3c7f86', '#e8b873', '#f3d4a0'));
      glow(300 + random() * 600, high * 0.72, 320, 'rgba(255,236,190,0.9)');
      for (let ridge = 0; ridge < 3; ridge += 1) {
        pen.fillStyle = ['#5f8f8c', '#2f6168', '#12333c'][ridge] ?? '#12333c';
        pen.beginPath();
        pen.moveTo(0, high);
        const phase = random() * 6;
        for (let x = 0; x <= 1200; x += 12) {
          pen.lineTo(x, high * (0.72 + ridge * 0.08) + Math.sin(x / (170 - ridge * 30) + phase) * (26 - ridge * 6));
        }
        pen.lineTo(1200, high);
        pen.fill();
        if (ridge === 1) {
          for (let tower = 0; tower < 3; tower += 1) {
            const x = 190 + tower * 330 + random() * 60;
            const top = high * (0.36 + random() * 0.08);
            const base = high * 0.92;
            pen.fillStyle = shade(x - 80, 0, x + 90, 0, '#0f2c35', '#3d6f75', '#173d46');
            pen.beginPath();
            pen.moveTo(x - 92, base);
            pen.bezierCurveTo(x - 44, base - 120, x - 46, top + 60, x - 58, top);
            pen.lineTo(x + 58, top);
            pen.bezierCurveTo(x + 46, top + 60, x + 44, base - 120, x + 92, base);
            pen.fill();
            for (let puff = 0; puff < 9; puff += 1) {
              glow(x + puff * 16, top - 10 - puff * 20, 46 + puff * 11, 'rgba(255,246,228,0.26)');
            }
          }
        }
      }
    },
    // Towns joined by arcs of light.
    network: () => {
      fill(shade(0, 0, 1200, high, '#08222b', '#0f4650', '#0a1c2a'));
      const towns = Array.from({ length: 26 }, () => ({ x: 60 + random() * 1080, y: 60 + random() * (high - 120) }));
      towns.forEach((from, i) => {
        const near = towns
          .map((to) => ({ to, distance: Math.hypot(to.x - from.x, to.y - from.y) }))
          .sort((a, b) => a.distance - b.distance)
          .slice(1, 4);
        for (const { to, distance } of near) {
          pen.strokeStyle = i % 5 === 0 ? 'rgba(255,190,98,0.75)' : 'rgba(112,219,209,0.42)';
          pen.lineWidth = i % 5 === 0 ? 3.2 : 1.8;
          pen.beginPath();
          pen.moveTo(from.x, from.y);
          pen.quadraticCurveTo((from.x + to.x) / 2, (from.y + to.y) / 2 - distance * 0.28, to.x, to.y);
          pen.stroke();
        }
      });
      towns.forEach(({ x, y }, i) => {
        glow(x, y, i % 5 === 0 ? 54 : 30, i % 5 === 0 ? 'rgba(255,194,104,0.7)' : 'rgba(110,230,215,0.55)');
        pen.fillStyle = '#f8f1e2';
        pen.beginPath();
        pen.arc(x, y, i % 5 === 0 ? 7 : 4, 0, Math.PI * 2);
        pen.fill();
      });
    },
    // Bars and a line that climbs, without letters: the caption says what it is.
    chart: () => {
      fill('#f7f1e5');
      pen.strokeStyle = '#d9cfba';
      pen.lineWidth = 2;
      for (let line = 1; line < 7; line += 1) {
        pen.beginPath();
        pen.moveTo(70, (high * line) / 7);
        pen.lineTo(1140, (high * line) / 7);
        pen.stroke();
      }
      const points: { readonly x: number; readonly y: number }[] = [];
      for (let bar = 0; bar < 14; bar += 1) {
        const share = 0.18 + (bar / 14) * 0.5 + random() * 0.13;
        const x = 90 + bar * 75;
        pen.fillStyle = bar > 10 ? '#d8913a' : '#1f6f78';
        pen.fillRect(x, high * (0.95 - share * 0.86), 46, high * share * 0.86);
        points.push({ x: x + 23, y: high * (0.86 - share * 0.92) });
      }
      pen.strokeStyle = '#12262e';
      pen.lineWidth = 6;
      pen.lineJoin = 'round';
      pen.beginPath();
      for (const { x, y } of points) pen.lineTo(x, y);
      pen.stroke();
    },
    // A wafer, its dies tinted like oil on water.
    wafer: () => {
      fill(shade(0, 0, 1200, high, '#1a2b33', '#0b161c'));
      const centreX = 610;
      const centreY = high * 0.56;
      const radius = high * 0.66;
      glow(centreX, centreY, radius * 1.5, 'rgba(84,196,190,0.35)');
      pen.save();
      pen.beginPath();
      pen.arc(centreX, centreY, radius, 0, Math.PI * 2);
      pen.clip();
      pen.fillStyle = '#20434b';
      pen.fillRect(0, 0, 1200, high);
      for (let y = centreY - radius; y < centreY + radius; y += 46) {
        for (let x = centreX - radius; x < centreX + radius; x += 62) {
          const turn = Math.atan2(y - centreY, x - centreX);
          const hue = 180 + Math.sin(turn * 2 + seed) * 26 - 120 * Math.max(0, Math.cos(turn * 3) - 0.35);
          pen.fillStyle = `hsl(${hue} 52% ${34 + Math.sin(turn * 4) * 13 + random() * 8}%)`;
          pen.fillRect(x + 2, y + 2, 58, 42);
          pen.fillStyle = 'rgba(255,240,205,0.22)';
          pen.fillRect(x + 8, y + 8, 20, 14);
          pen.fillRect(x + 34, y + 8, 18, 28);
        }
      }
      pen.fillStyle = shade(centreX - radius, 0, centreX + radius, high, 'rgba(255,214,140,0.5)', 'rgba(0,0,0,0)');
      pen.fillRect(0, 0, 1200, high);
      pen.restore();
      pen.strokeStyle = 'rgba(235,248,244,0.7)';
      pen.lineWidth = 4;
      pen.beginPath();
      pen.arc(centreX, centreY, radius, 0, Math.PI * 2);
      pen.stroke();
    },
    // Layers of water under a low sun.
    waves: () => {
      fill(shade(0, 0, 0, high, '#f4d9a6', '#e7a95b', '#2d7d83'));
      const sunX = 260 + random() * 680;
      glow(sunX, high * 0.36, 300, 'rgba(255,250,230,0.95)');
      pen.fillStyle = '#fff4da';
      pen.beginPath();
      pen.arc(sunX, high * 0.36, 62, 0, Math.PI * 2);
      pen.fill();
      for (let wave = 0; wave < 9; wave += 1) {
        const phase = random() * 7;
        const top = high * (0.42 + wave * 0.066);
        pen.fillStyle = `hsl(${186 + wave * 2} ${46 + wave * 2}% ${48 - wave * 4.6}%)`;
        pen.beginPath();
        pen.moveTo(0, high);
        for (let x = 0; x <= 1200; x += 10) {
          pen.lineTo(
            x,
            top + Math.sin(x / (150 - wave * 8) + phase) * (10 + wave * 3.2) + Math.sin(x / 47 + phase) * 4,
          );
        }
        pen.lineTo(1200, high);
        pen.fill();
      }
    },
    // Copper traces on a board, at right angles and forty-five degrees.
    traces: () => {
      fill(shade(0, 0, 1200, high, '#0c3b3a', '#0a2a33', '#0b3f44'));
      pen.lineCap = 'round';
      for (let trace = 0; trace < 58; trace += 1) {
        let x = random() * 1200;
        let y = random() * high;
        pen.strokeStyle = trace % 7 === 0 ? 'rgba(245,182,86,0.85)' : 'rgba(110,205,190,0.33)';
        pen.lineWidth = trace % 7 === 0 ? 5 : 3.4;
        pen.beginPath();
        pen.moveTo(x, y);
        for (let leg = 0; leg < 4; leg += 1) {
          const turn = (Math.floor(random() * 8) * Math.PI) / 4;
          const reach = 50 + random() * 170;
          x += Math.cos(turn) * reach;
          y += Math.sin(turn) * reach;
          pen.lineTo(x, y);
        }
        pen.stroke();
        pen.fillStyle = trace % 7 === 0 ? '#ffd089' : '#7fd6c8';
        pen.beginPath();
        pen.arc(x, y, 7, 0, Math.PI * 2);
        pen.fill();
      }
      const chipX = 450;
      const chipY = high / 2 - 130;
      for (let pin = 0; pin < 15; pin += 1) {
        pen.fillStyle = '#e7c78f';
        pen.fillRect(chipX + 14 + pin * 18.5, chipY - 20, 9, 300);
        pen.fillRect(chipX - 20, chipY + 10 + pin * 16.2, 340, 8);
      }
      pen.fillStyle = shade(chipX, chipY, chipX + 300, chipY + 260, '#27373f', '#0e171c');
      pen.fillRect(chipX, chipY, 300, 260);
      pen.fillStyle = 'rgba(255,214,140,0.85)';
      pen.beginPath();
      pen.arc(chipX + 34, chipY + 34, 9, 0, Math.PI * 2);
      pen.fill();
    },
    // Battery cells seen from above, a few of them warm.
    cells: () => {
      fill(shade(0, 0, 1200, high, '#eadfc8', '#d5c6a5'));
      for (let row = 0; row * 104 < high + 120; row += 1) {
        for (let column = -1; column < 11; column += 1) {
          const x = column * 120 + (row % 2) * 60 + 30;
          const y = row * 104 + 20;
          const isWarm = random() < 0.16;
          pen.fillStyle = isWarm ? '#d98a30' : '#1d6670';
          pen.beginPath();
          pen.arc(x, y, 54, 0, Math.PI * 2);
          pen.fill();
          pen.fillStyle = isWarm ? '#f2bd6d' : '#2f8f95';
          pen.beginPath();
          pen.arc(x - 5, y - 6, 38, 0, Math.PI * 2);
          pen.fill();
          pen.fillStyle = isWarm ? '#fff0cf' : '#bfe6df';
          pen.beginPath();
          pen.arc(x - 7, y - 9, 13, 0, Math.PI * 2);
          pen.fill();
        }
      }
    },
    // Overlapping discs of glass.
    lenses: () => {
      fill(shade(0, high, 1200, 0, '#0b2530', '#155a62', '#e9b568'));
      for (let lens = 0; lens < 17; lens += 1) {
        const x = random() * 1200;
        const y = random() * high;
        const radius = 50 + random() * 170;
        pen.fillStyle = shade(
          x - radius,
          y - radius,
          x + radius,
          y + radius,
          lens % 3 === 0 ? 'rgba(255,214,146,0.5)' : 'rgba(150,236,226,0.34)',
          'rgba(6,30,38,0.16)',
        );
        pen.beginPath();
        pen.arc(x, y, radius, 0, Math.PI * 2);
        pen.fill();
        pen.strokeStyle = 'rgba(255,248,230,0.35)';
        pen.lineWidth = 2;
        pen.stroke();
      }
    },
  };
  scenes[scene]();
  return canvas.toDataURL(mediaType, 0.7);
}
