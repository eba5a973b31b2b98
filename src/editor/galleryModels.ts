import autoregressiveBaseline from '../../media/gallery/autoregressive-baseline.lvm';
import autoregressivePrior from '../../media/gallery/autoregressive-prior.lvm';
import cubicOfAUniform from '../../media/gallery/cubic-of-a-uniform.lvm';
import diffusionChain from '../../media/gallery/diffusion-chain.lvm';
import hiddenMarkovWeather from '../../media/gallery/hidden-markov-weather.lvm';
import infiniteMixture from '../../media/gallery/infinite-mixture.lvm';
import infiniteMixtureUniform from '../../media/gallery/infinite-mixture-uniform.lvm';
import logisticComponents from '../../media/gallery/logistic-components.lvm';
import mixedFamilies from '../../media/gallery/mixed-families.lvm';
import probabilisticPca from '../../media/gallery/probabilistic-pca.lvm';
import sprinklerNetwork from '../../media/gallery/sprinkler-network.lvm';
import thousandClasses from '../../media/gallery/thousand-classes.lvm';
import threeBumps from '../../media/gallery/three-bumps.lvm';
import twoDimensionalLatent from '../../media/gallery/two-dimensional-latent.lvm';
import twoMoons from '../../media/gallery/two-moons.lvm';
import zeroInflatedCounts from '../../media/gallery/zero-inflated-counts.lvm';

/** The models of the gallery by file name, in the order in which a student meets them. Bundled: the web has no folders to list. */
export const galleryModels: Readonly<Record<string, string>> = {
  'three-bumps.lvm': threeBumps,
  'mixed-families.lvm': mixedFamilies,
  'logistic-components.lvm': logisticComponents,
  'zero-inflated-counts.lvm': zeroInflatedCounts,
  'thousand-classes.lvm': thousandClasses,
  'cubic-of-a-uniform.lvm': cubicOfAUniform,
  'infinite-mixture.lvm': infiniteMixture,
  'infinite-mixture-uniform.lvm': infiniteMixtureUniform,
  'two-dimensional-latent.lvm': twoDimensionalLatent,
  'two-moons.lvm': twoMoons,
  'probabilistic-pca.lvm': probabilisticPca,
  'sprinkler-network.lvm': sprinklerNetwork,
  'hidden-markov-weather.lvm': hiddenMarkovWeather,
  'autoregressive-prior.lvm': autoregressivePrior,
  'diffusion-chain.lvm': diffusionChain,
  'autoregressive-baseline.lvm': autoregressiveBaseline,
};
